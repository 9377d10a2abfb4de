"""Frameworks in the formats of others: one file a format, and the table of them."""

from typing import TYPE_CHECKING

from lessonkit.base.registry import Registry

if TYPE_CHECKING:
    from lessonkit.framework.exchange.base import Exchange

FORMATS: "Registry[Exchange]" = Registry(
    "lessonkit.frameworks",
    {
        "yaml": "lessonkit.framework.exchange.own:EXCHANGE",
        "case": "lessonkit.framework.exchange.case:EXCHANGE",
        "case1.1": "lessonkit.framework.exchange.case:EXCHANGE",
        "case1.0": "lessonkit.framework.exchange.case:EXCHANGE_1_0",
        "opensalt": "lessonkit.framework.exchange.opensalt:EXCHANGE",
        "moodle": "lessonkit.framework.exchange.moodle:EXCHANGE",
        "openedx": "lessonkit.framework.exchange.openedx:EXCHANGE",
        "openedx-json": "lessonkit.framework.exchange.openedx:EXCHANGE_JSON",
        "skos": "lessonkit.framework.exchange.skos:EXCHANGE",
    },
)
