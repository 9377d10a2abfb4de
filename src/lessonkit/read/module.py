"""One module: file to values, with every fault there is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lessonkit.base.diag import Fault, fault, line_span
from lessonkit.base.ignore import Ignore, find_ignores
from lessonkit.model.blocks import Practice
from lessonkit.model.module import Asset, Module
from lessonkit.model.settings import Settings
from lessonkit.read.assets import AssetProblem, read_asset, unused_media
from lessonkit.read.context import Context
from lessonkit.read.document import Document, read_document, sorted_faults
from lessonkit.read.frontmatter import Front, Header, read_front, read_meta
from lessonkit.read.lexicon import read_lexicon
from lessonkit.read.location import leaves, shown
from lessonkit.read.source import Source, decode, read_bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one file."""

    file: str
    """Relative to the project."""
    module: Module | None
    """None where too little could be read."""
    faults: tuple[Fault, ...]
    ignores: tuple[Ignore, ...]
    text: str
    """As decoded; empty where it could not be."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file whose front matter and body were read apart."""

    source: Source
    front: Front
    faults: tuple[Fault, ...]


def read_module(path: Path, root: Path, settings: Settings) -> Reading:
    """The module of a `module.md`; `root` is what its name is shown relative to.

    Raises: OSError: the file cannot be opened.
    """
    file = shown(path, root)
    if leaves(path, root):
        return Reading(file, None, (fault("LK181", line_span(file)),), (), "")
    reading = _read(read_bytes(path), file, path.parent, settings)
    return _with_lexicon(reading, path.parent, root)


def _with_lexicon(reading: Reading, folder: Path, root: Path) -> Reading:
    """With what lies beside it about how words are said."""
    module = reading.module
    if module is None:
        return reading
    lexicon, faults = read_lexicon(folder, root, module.meta.lang)
    if not lexicon and not faults:
        return reading
    every = (*reading.faults, *faults)
    return replace(reading, module=replace(module, lexicon=lexicon), faults=every)


def read_text(text: str, name: str, folder: Path, settings: Settings) -> Reading:
    """The same for a text that is not in a file; `folder` is where its media are looked for."""
    return _read(text.encode("utf-8", "surrogatepass"), name, folder, settings)


def parse_file(data: bytes, file: str) -> Parsed | Reading:
    """Text and front matter; a Reading where not even text could be had."""
    source, faults = decode(data, file)
    if source is None:
        return Reading(file, None, tuple(faults), (), "")
    front, found = read_front(source)
    return Parsed(source, front, (*faults, *found))


def _read(data: bytes, file: str, folder: Path, settings: Settings) -> Reading:
    parsed = parse_file(data, file)
    if isinstance(parsed, Reading):
        return parsed
    header = read_meta(parsed.front, folder.name, settings.lang)
    return finish(parsed, header, folder, settings, _lang(parsed.front, settings))


def finish(
    parsed: Parsed,
    header: Header,
    folder: Path,
    settings: Settings,
    lang: str,
    original: Module | None = None,
) -> Reading:
    """Body and media of a file whose front matter is known; `original` is what it translates."""
    source, after = parsed.source, parsed.front.end_line
    names = _names(original)
    document = read_document(source, after, lang, folder, settings.raw_html, *names)
    assets, found = _assets(document.context, settings)
    faults = [*parsed.faults, *header.faults, *document.context.faults, *found]
    ignores = find_ignores(source.text, source.file, after)
    module = _module(parsed, header, document, assets, folder, original)
    return Reading(source.file, module, sorted_faults(faults), ignores, source.text)


def _lang(front: Front, settings: Settings) -> str:
    """The language that numbers are written in, also where the rest cannot be used."""
    given = front.doc.value.get("lang")
    return given if isinstance(given, str) else settings.lang


def _module(
    parsed: Parsed,
    header: Header,
    document: Document,
    assets: Mapping[str, Asset],
    folder: Path,
    original: Module | None,
) -> Module:
    return Module(
        meta=header.meta,
        blocks=document.blocks,
        footnotes=document.footnotes,
        places=header.places,
        assets=assets,
        source=parsed.source.file,
        folder=folder,
        text=parsed.source.text,
        unused=() if original else _unused(folder, assets),
        translation=original is not None,
        original=original,
        lost=header.lost,
    )


def _names(original: Module | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of sections, and those made up for practice, which a translation takes over."""
    from lessonkit.model.walk import sections, walk

    if original is None:
        return (), ()
    tasks = (one.id for one in walk(original.blocks) if isinstance(one, Practice))
    made_up = tuple(name for name in tasks if name.startswith("lk-"))
    return tuple(one.id for one in sections(original.blocks)), made_up


def _assets(ctx: Context, settings: Settings) -> tuple[dict[str, Asset], list[Fault]]:
    found: dict[str, Asset] = {}
    faults: list[Fault] = []
    for (name, kind), span in ctx.wanted.items():
        asset = read_asset(ctx.folder, name, kind, settings.check.limits.picture_megapixels)
        if isinstance(asset, AssetProblem):
            faults.append(fault(asset.code, span, **asset.args))
        else:
            found[name] = asset
    return found, faults


def _unused(folder: Path, assets: Mapping[str, Asset]) -> tuple[str, ...]:
    """Files in `media/` that neither this text nor a translation beside it names."""
    left = unused_media(folder, assets)
    if not left:
        return ()
    others = "".join(
        path.read_text("utf-8", "replace") for path in sorted(folder.glob("module.*.md"))
    )
    return tuple(name for name in left if name not in others)


def unreadable(file: str, error: OSError) -> Reading:
    """A file that could not be opened."""
    reason = error.strerror or str(error)
    return Reading(file, None, (fault("LK100", line_span(file), reason=reason),), (), "")
