"""What a build comes to: a table, a sentence, the next thing to type, an exit code."""

from lessonkit.base.diag import Severity
from lessonkit.build.outcome import Outcome, Variant
from lessonkit.cli.console import Console
from lessonkit.cli.table import table
from lessonkit.text.weight import weight

_ROWS = 40
"""Beyond that only rows with something to tell are shown."""


class Summary:
    """Grows by one module at a time and keeps only rows of the table."""

    def __init__(self, console: Console, outputs: tuple[str, ...], total: int) -> None:
        self.console = console
        self.outputs = outputs
        self.total = total
        self.rows: list[tuple[str, ...]] = []
        self.failed: list[str] = []
        """Sources that were not built."""
        self.counts = dict.fromkeys(Severity, 0)
        self.page = ""
        """Of the first module that has one, to be looked at."""
        self._modules = self._passed_over = 0

    def add(self, outcome: Outcome) -> None:
        """Take one module or programme in, or what was found across them."""
        built = outcome.kind == "module" and not outcome.failed
        self._modules += built and not outcome.passed_over
        self._passed_over += outcome.passed_over
        for variant in outcome.variants:
            for severity in Severity:
                self.counts[severity] += variant.count(severity)
            if variant.failed:
                self.failed.append(variant.file)
            if outcome.kind == "catalogue":
                continue
            loud = (
                variant.failed or variant.count(Severity.ERROR) or variant.count(Severity.WARNING)
            )
            if loud or self.total <= _ROWS:
                self.rows.append(self._row(outcome.module, variant))
            self.page = self.page or _page(variant)

    def close(self, seconds: float, out: str, strict: bool) -> int:
        """Print table, sentence and next step; returns the exit code."""
        self._table()
        words, comma = self.console.words, self.console.lang == "vi"
        took = f"{seconds:.1f}".replace(".", "," if comma else ".")
        if self._passed_over:
            self.console.say(words("build.passed-over", count=self._passed_over))
        key = "build.done-some" if self.failed else "build.done"
        lost = self.total - self._modules - self._passed_over
        self.console.say(
            words(key, count=self._modules, all=self.total, failed=lost, path=out, seconds=took)
        )
        wrong = bool(self.failed) or self.counts[Severity.ERROR] > 0
        if wrong:
            # An error across modules is seen only where all are checked.
            path = self.failed[0] if self.failed else ""
            self.console.say(words("build.next-check", path=path).rstrip())
        elif self.page:
            self.console.say(words("build.next-open", path=f"{out}/{self.page}"))
        wrong = wrong or self._passed_over == self.total > 0
        return int(wrong or (strict and self.counts[Severity.WARNING] > 0))

    def _table(self) -> None:
        if not self.rows:
            return
        words = self.console.words
        head = (words("build.head-module"), *self.outputs, words("build.head-findings"))
        right = frozenset(range(1, len(self.outputs) + 1))
        lines = table([head, *self.rows], right)
        self.console.say(self.console.paint(next(lines), "strong"))
        for line in lines:
            self.console.say(line)
        self.console.say()

    def _row(self, module: str, variant: Variant) -> tuple[str, ...]:
        name = f"{module}.{variant.tag}" if variant.tag else module
        weights = (self._weight(variant, output) for output in self.outputs)
        return (name, *weights, self._findings(variant))

    def _weight(self, variant: Variant, output: str) -> str:
        """Of what is handed on: the zip or the file, not the folder beside it."""
        sizes = [one.size for one in variant.built if one.output == output]
        return weight(min(sizes), self.console.lang) if sizes else self.console.words("build.clean")

    def _findings(self, variant: Variant) -> str:
        words = self.console.words
        said = [words("build.failed")] if variant.failed else []
        said += [words("build.not-meant")] if variant.passed_over else []
        said += [words("build.kept")] if variant.kept else []
        for severity in Severity:
            count = variant.count(severity)
            if count:
                said.append(words(f"build.{severity}s", count=count))
        return ", ".join(said) or words("build.clean")


def _page(variant: Variant) -> str:
    """What to open in a browser, of a variant that was built."""
    for shape, end in (("folder", "/index.html"), ("file", "")):
        for one in variant.built:
            if one.shape == shape:
                return one.path + end
    return ""
