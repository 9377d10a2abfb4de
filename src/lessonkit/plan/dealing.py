"""The blocks of a section dealt out to slides."""

from dataclasses import dataclass, field, replace

from lessonkit.model import blocks as b
from lessonkit.model.walk import children, walk
from lessonkit.plan.fragments import tieng_of, together
from lessonkit.plan.packing import Part, packed, parts
from lessonkit.plan.page import HIDDEN, PageSection, seen_by_all
from lessonkit.plan.room import SMALLEST, TALL, asked
from lessonkit.plan.slide import Slide, SlideKind
from lessonkit.plan.ways import SCENE, WAY
from lessonkit.questions.scenario import Scenario
from lessonkit.text.inline import Prose, Strong, Text

_ACTS = (b.Ask, b.Bank, b.Practice, *HIDDEN)
"""What needs a slide of its own, or none."""


def dealt(section: PageSection, most: int) -> tuple[Slide, ...]:
    """Its slides, still without ids of their own; at least one."""
    own = [one for one in section.blocks if not isinstance(one, b.Teacher | b.Narration)]
    instead = any(isinstance(one, b.Slide) for one in walk(section.blocks))
    leads = bool(own) and isinstance(own[0], b.Slide)
    dealer = _Dealer(section, most, instead, leads)
    for place, block in enumerate(section.blocks):
        dealer.take(place, block)
    return dealer.done()


@dataclass
class _Dealer:
    """The slides of a section as far as they are dealt out."""

    section: PageSection
    most: int
    instead: bool
    """Only `slide` blocks and what is done are shown; the text goes to the notes."""
    leads: bool
    """A `slide` stands before the text that it stands for; else behind."""
    slides: list[Slide] = field(default_factory=list)
    waiting: list[Part] = field(default_factory=list)
    title: Prose | None = None
    """Of the part of the section that is being dealt out, where it has a heading."""
    notes: list[b.Block] = field(default_factory=list)
    teacher: list[b.Block] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    """Of what belongs to the next slide without being shown."""

    def take(self, place: int, block: b.Block) -> None:
        """One block, or each within one that holds what needs a slide of its own."""
        match block:
            case b.Narration():
                self._aside(place, block)
            case b.Teacher():
                self.teacher.append(block)
            case b.Bank():
                self._flush()
                for one in block.blocks[: block.draw]:
                    self.take(place, one)
                self._note(block.blocks[block.draw :])
            case b.Slide() | b.Ask() | b.Practice():
                self._flush()
                self._within(place, block.blocks)
                self._act(place, replace(block, blocks=seen_by_all(block.blocks)))
            case _ if any(isinstance(one, _ACTS) for one in walk((block,))):
                for one in children(block):
                    self.take(place, one)
            case _ if self.instead and not isinstance(block, b.Checklist):
                self._aside(place, block)
            case _:
                self._text(place, block)

    def done(self) -> tuple[Slide, ...]:
        """All slides; what is left belongs to the last."""
        self._flush()
        if not self.slides:
            self._put("content", self.section.title, (), ())
        last = self.slides[-1]
        self.slides[-1] = replace(
            last,
            notes=(*last.notes, *self.notes),
            teacher=(*last.teacher, *self.teacher),
            places=_sorted((*last.places, *self.places)),
        )
        return tuple(self.slides)

    def _aside(self, place: int, block: b.Block) -> None:
        """Said and not shown: with the next slide, or with the one that leads."""
        if self.leads and self.slides:
            last = self.slides[-1]
            noted = (*last.notes, block)
            self.slides[-1] = replace(last, notes=noted, places=_sorted((*last.places, place)))
        else:
            self.notes.append(block)
            self.places.append(place)

    def _text(self, place: int, block: b.Block) -> None:
        if isinstance(block, b.MarkupBlock):
            return
        if isinstance(block, b.Audio | b.Video) and block.transcript:
            self.notes += block.transcript
            block = replace(block, transcript=())
        self.waiting += parts(place, block, self.most)

    def _within(self, place: int, blocks: tuple[b.Block, ...]) -> None:
        """What stands in there and is not shown with it: in notes, or on a slide of its own."""
        for one in blocks:
            if isinstance(one, HIDDEN):
                self.take(place, one)
            else:
                self._within(place, children(one))

    def _act(self, place: int, block: b.Slide | b.Ask | b.Practice) -> None:
        match block:
            case b.Slide():
                self._deal("content", block.title or self.section.title, block.blocks, place)
            case b.Practice():
                self._deal("practice", block.title, (replace(block, title=None),), place)
            case b.Ask():
                self._ask(place, block)

    def _flush(self) -> None:
        """Deal out the text that waits; a heading is the title of what begins with it."""
        found, self.waiting = tuple(self.waiting), []
        for slide in packed(found, self.most):
            shown = tuple(one for one in slide if not one.divider)
            places = tuple(one.place for one in slide)
            if shown and isinstance(shown[0].block, b.Heading):
                self.title, shown = shown[0].block.prose, shown[1:]
            title = self.title or self.section.title
            if shown:
                self._put("content", title, together(tuple(one.block for one in shown)), places)
            else:
                self.places += places

    def _deal(
        self,
        kind: SlideKind,
        title: Prose | None,
        blocks: tuple[b.Block, ...],
        place: int,
        scene: str = "",
    ) -> None:
        """Blocks that have slides of their own, one at least.

        A scene may be half as long again: its choices are read with it before one's eyes.
        """
        most = self.most * 3 // 2 if kind == "question" else self.most
        found = tuple(one for block in blocks for one in parts(place, block, most))
        for slide in packed(found, most) or ((),):
            self._put(kind, title, together(tuple(one.block for one in slide)), (place,), scene)

    def _ask(self, place: int, ask: b.Ask) -> None:
        """A question, what stands before it if that is long, and its answer."""
        question = ask.question
        if isinstance(question, Scenario):
            self._story(place, ask, question)
            return
        before = sum(tieng_of(one) for one in ask.blocks)
        if ask.blocks and (before > self.most / 2 or asked(ask) > TALL / SMALLEST):
            self._deal("content", self.section.title, ask.blocks, place)
            ask = replace(ask, blocks=())
        self._put("question", question.ask, (ask,), (place,))
        if question.assessed and question.printed().has_key:
            self._put("answer", question.ask, (replace(ask, blocks=()),), (place,))

    def _story(self, place: int, ask: b.Ask, story: Scenario) -> None:
        """Scene by scene; each choice tells the number of the scene where it goes on."""
        scenes = {one.id: one for one in ask.blocks if isinstance(one, b.Scene)}
        intro = tuple(one for one in ask.blocks if not isinstance(one, b.Scene))
        self._deal("question", story.ask, intro, place)
        self.slides[-1] = replace(self.slides[-1], stage="story")
        ends = [one.ends for one in story.printed().scenes]
        for number, scene in enumerate(story.scenes, start=1):
            told = scenes[scene.id]
            title = replace(
                told.title, inlines=(Text(SCENE.format(number), told.span), *told.title.inlines)
            )
            ways = tuple(_way(way.text, story.places[way.to] + 1) for way in scene.ways)
            listed = (b.List(False, 1, True, ways, told.span),) if ways else ()
            self._deal("question", title, (*told.blocks, *listed), place, scene.id)
            self.slides[-1] = replace(self.slides[-1], stage=ends[number - 1])
            self._note(_followed(story, number - 1))

    def _note(self, blocks: tuple[b.Block, ...]) -> None:
        """Said with the slide that was dealt out last."""
        last = self.slides[-1]
        self.slides[-1] = replace(last, notes=(*last.notes, *blocks))

    def _put(
        self,
        kind: SlideKind,
        title: Prose | None,
        blocks: tuple[b.Block, ...],
        places: tuple[int, ...],
        scene: str = "",
    ) -> None:
        last = self.slides[-1] if self.slides else None
        goes_on = last is not None and last.kind == kind and last.title == title
        number = last.part + 1 if last is not None and goes_on else 1
        every = _sorted((*places, *self.places))
        notes, teacher = tuple(self.notes), tuple(self.teacher)
        shown = (kind, title, blocks, every, notes, teacher, number, scene)
        self.slides.append(Slide("", self.section.id, *shown))
        self.notes, self.teacher, self.places = [], [], []


def _sorted(places: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted(set(places)))


def _followed(story: Scenario, place: int) -> tuple[b.Block, ...]:
    """What is told to who makes a choice there, or comes to an end."""
    scene = story.scenes[place]
    said = [_reply(way.text, way.feedback) for way in scene.ways if way.feedback is not None]
    if said:
        return (b.List(False, 1, True, tuple(said), scene.title.span),)
    keys = () if scene.ways else (story.outcome(place), "any")
    replies = (one.text for one in story.replies() if one.key in keys)
    return tuple(b.Paragraph(one, (), one.span) for one in replies)


def _reply(way: Prose, told: Prose) -> b.Item:
    """A choice and what follows from it."""
    inlines = (Strong(way.inlines, way.span), Text(" – ", told.span), *told.inlines)
    return b.Item((b.Paragraph(replace(told, inlines=inlines), (), told.span),), None, told.span)


def _way(text: Prose, to: int) -> b.Item:
    told = replace(text, inlines=(*text.inlines, Text(WAY.format(to), text.span)))
    return b.Item((b.Paragraph(told, (), text.span),), None, text.span)
