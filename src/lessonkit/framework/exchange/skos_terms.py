"""The vocabularies of a concept scheme: addresses of SKOS and others, and terms of ours."""

SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OURS = "urn:lessonkit:terms:"
"""Terms for what SKOS does not know: levels, expectations, order, and the rest as JSON."""
RELATION = "urn:lessonkit:relation:"
"""Begins the predicates of relations of CASE that SKOS does not know."""
INNER = {"isRelatedTo": f"{SKOS}related", "isChildOf": f"{SKOS}broader"}
OUTER = {
    "exactMatchOf": f"{SKOS}exactMatch",
    "isRelatedTo": f"{SKOS}relatedMatch",
    "ext:closeMatch": f"{SKOS}closeMatch",
    "ext:broadMatch": f"{SKOS}broadMatch",
    "ext:narrowMatch": f"{SKOS}narrowMatch",
}
"""Relations of CASE → predicates, within the framework and to others."""
