"""What a build comes to: a table, a sentence, the next thing to type, an exit code."""

from lessonkit.base.diag import Severity
from lessonkit.build.outcome import Outcome, Variant
from lessonkit.cli.console import Console
from lessonkit.cli.table import table
from lessonkit.text.weight import weight

_ROWS = 40
"""Beyond that only rows with something to tell are shown."""
_COLUMNS = 7
"""Beyond that many outputs they are counted, not shown each."""
_OPENED = (".html", ".mp4", ".pdf", ".pptx", ".epub", ".mp3", ".png")
"""Files that tell a person something, before those that are for programs."""


class Summary:
    """Grows by one module at a time and keeps only rows of the table."""

    def __init__(self, console: Console, outputs: tuple[str, ...], total: int) -> None:
        self.console = console
        self.outputs = outputs if len(outputs) <= _COLUMNS else ()
        """Those that have a column."""
        self.total = total
        self.rows: list[tuple[str, ...]] = []
        self.programs: list[tuple[str, ...]] = []
        """Rows of a table of their own."""
        self.failed: list[str] = []
        """Sources that were not built."""
        self.counts = dict.fromkeys(Severity, 0)
        self.page = ""
        """Of the first programme that has one, else of the first module, to be looked at."""
        self._paged = False
        self._modules = self._passed_over = self._programs = 0
        self._written = self._changed = 0

    def add(self, outcome: Outcome) -> None:
        """Take one module or programme in, or what was found across them."""
        built = outcome.kind == "module" and not outcome.failed
        self._modules += built and not outcome.passed_over
        self._passed_over += outcome.kind == "module" and outcome.passed_over
        bound = any(variant.built for variant in outcome.variants)
        self._programs += outcome.kind == "program" and bound
        for variant in outcome.variants:
            for severity in Severity:
                self.counts[severity] += variant.count(severity)
            self._written += len(variant.built)
            self._changed += sum(one.changed for one in variant.built)
            if variant.failed:
                self.failed.append(variant.file)
            if outcome.kind == "catalogue":
                continue
            loud = (
                variant.failed or variant.count(Severity.ERROR) or variant.count(Severity.WARNING)
            )
            if outcome.kind == "program":
                row = (outcome.module, self._weight(variant, "program"), self._findings(variant))
                self.programs.append(row)
            elif loud or self.total <= _ROWS:
                self.rows.append(self._row(outcome.module, variant))
            self.page = self._opened(outcome, variant)

    def close(self, seconds: float, out: str, strict: bool) -> int:
        """Print table, sentence and next step; returns the exit code."""
        self._tables()
        words, comma = self.console.words, self.console.lang == "vi"
        took = f"{seconds:.1f}".replace(".", "," if comma else ".")
        if self._passed_over:
            self.console.say(words("build.passed-over", count=self._passed_over))
        lost = self.total - self._modules - self._passed_over
        key = "build.done-some" if lost else "build.done"
        self.console.say(
            words(key, count=self._modules, all=self.total, failed=lost, path=out, seconds=took)
        )
        if self._programs:
            self.console.say(words("build.done-programs", count=self._programs))
        if self._changed < self._written:
            kept = self._written - self._changed
            self.console.say(words("build.unchanged", count=kept, changed=self._changed))
        wrong = bool(self.failed) or self.counts[Severity.ERROR] > 0
        if wrong:
            # An error across modules is seen only where all are checked.
            path = self.failed[0] if self.failed else ""
            self.console.say(words("build.next-check", path=path).rstrip())
        elif self.page:
            self.console.say(words("build.next-open", path=f"{out}/{self.page}"))
        wrong = wrong or self._passed_over == self.total > 0
        return int(wrong or (strict and self.counts[Severity.WARNING] > 0))

    def _opened(self, outcome: Outcome, variant: Variant) -> str:
        """What is to be looked at: the page of a programme leads to its lessons."""
        page = _page(variant)
        first = outcome.kind == "program" and page and not self._paged
        self._paged = self._paged or bool(first)
        return page if first else self.page or page

    def _tables(self) -> None:
        words = self.console.words
        names = self.outputs or (words("build.head-artefacts"), words("build.head-weight"))
        self._table((words("build.head-module"), *names), self.rows)
        self._table((words("build.head-program"), words("build.head-bundle")), self.programs)

    def _table(self, names: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
        if not rows:
            return
        head = (*names, self.console.words("build.head-findings"))
        lines = table([head, *rows], frozenset(range(1, len(names))))
        self.console.say(self.console.paint(next(lines), "strong"))
        for line in lines:
            self.console.say(line)
        self.console.say()

    def _row(self, module: str, variant: Variant) -> tuple[str, ...]:
        name = f"{module}.{variant.tag}" if variant.tag else module
        if self.outputs:
            cells = tuple(self._weight(variant, output) for output in self.outputs)
        else:
            whole = sum(one.size for one in variant.built)
            cells = (str(len(variant.built)), weight(whole, self.console.lang))
        return (name, *cells, self._findings(variant))

    def _weight(self, variant: Variant, output: str) -> str:
        """Of what is handed on: the zip, or all files, not the folder beside them."""
        made = [one for one in variant.built if one.output == output]
        sizes = [one.size for one in made if one.shape != "folder"] or [one.size for one in made]
        return weight(sum(sizes), self.console.lang) if sizes else self.console.words("build.clean")

    def _findings(self, variant: Variant) -> str:
        words = self.console.words
        said = (
            [words("build.partly" if variant.built else "build.failed")] if variant.failed else []
        )
        said += [words("build.not-meant")] if variant.passed_over else []
        said += [words("build.kept")] if variant.kept else []
        for severity in Severity:
            count = variant.count(severity)
            if count:
                said.append(words(f"build.{severity}s", count=count))
        return ", ".join(said) or words("build.clean")


def _page(variant: Variant) -> str:
    """What to open, of a variant that was built: a page, else what a person reads or hears."""
    for one in variant.built:
        if one.shape == "folder":
            return f"{one.path}/index.html"
    made = variant.built
    files = [one.path for one in made if one.shape == "file" or one.path.endswith(_OPENED)]
    return min(files, key=_rank, default="")


def _rank(path: str) -> int:
    """Lower for what is sooner opened; of one rank, the first is taken."""
    ranks = [place for place, ending in enumerate(_OPENED) if path.endswith(ending)]
    return min(ranks, default=len(_OPENED))
