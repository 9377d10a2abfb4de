"""The columns of OpenSALT's CSV, and what it reads out of a code."""

FIELDS = {
    "Identifier": "identifier",
    "fullStatement": "fullStatement",
    "Human Coding Scheme": "humanCodingScheme",
    "sequenceNumber": "sequenceNumber",
    "Abbreviated Statement": "abbreviatedStatement",
    "ConceptKeywords": "conceptKeywords",
    "Notes": "notes",
    "Language": "language",
    "educationLevel": "educationLevel",
    "CFItemType": "CFItemType",
    "listEnumeration": "listEnumeration",
}
"""Names of columns, as in OpenSALT's sample → fields of CASE."""
RELATIONS = {
    "Is Child Of": "isChildOf",
    "IsPartOf": "isPartOf",
    "replacedBy": "replacedBy",
    "Exemplar": "exemplar",
    "hasSkillLevel": "hasSkillLevel",
    "IsRelatedTo": "isRelatedTo",
    "precedes": "precedes",
    "isPeerOf": "isPeerOf",
    "exactMatchOf": "exactMatchOf",
}
LINE = "\u2028"
"""Between lines of a cell: OpenSALT takes the file line by line, quotes or not."""


def above_by_code(code: str) -> str:
    """The code below which OpenSALT puts an item that names no other: `M.F` for `M.F.C1`."""
    return code.rpartition(".")[0]
