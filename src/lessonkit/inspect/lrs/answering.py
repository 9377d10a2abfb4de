"""The way of a request through the platform: who asks, what goes wrong, what is answered."""

import json
from dataclasses import replace

from lessonkit.inspect.lrs.breach import Breach, breach
from lessonkit.inspect.lrs.exchange import JSON, VERSION, Exchange, Reply, Request
from lessonkit.inspect.lrs.keeping import WRITES, document_breaches, keep
from lessonkit.inspect.lrs.reading import PARAMETERS, Asked, asked, request_breaches
from lessonkit.inspect.lrs.records import Records
from lessonkit.inspect.lrs.session import Session
from lessonkit.inspect.lrs.storing import give, take
from lessonkit.inspect.lrs.switches import Trouble

GRACE = 5.0
"""Seconds after Terminated in which documents still arrive; the platform's choice (cmi5 9.3.8)."""
_ALLOWED = (
    "Authorization, Content-Type, X-Experience-API-Version, If-Match, If-None-Match, Accept,"
    " Accept-Language"
)
_EXPOSED = (
    "ETag, Last-Modified, Retry-After, X-Experience-API-Version,"
    " X-Experience-API-Consistent-Through"
)
_METHODS = "GET, HEAD, PUT, POST, DELETE, OPTIONS"
Taken = tuple[Reply, tuple[Breach, ...], str]


def answer(records: Records, request: Request) -> Reply:
    """Answer, and write it down; a preflight request is none of the lesson's."""
    if request.method == "OPTIONS":
        return _open_to_all(Reply(204), request)
    if request.method == "HEAD":
        reply = answer(records, replace(request, method="GET"))
        return replace(reply, body=b"")
    return _open_to_all(_logged(records, request), request)


def _logged(records: Records, request: Request) -> Reply:
    session, resource = _who(records, request)
    trouble = records.switches.met(resource, request.method)
    if trouble is not None and not trouble.stores and (trouble.status or trouble.hang_up):
        made: Taken = (Reply(trouble.status or 503), (), "")
    else:
        made = _made(records, request, session, resource)
    reply, found, pretended = made
    if trouble is not None:
        reply, pretended = _troubled(reply, trouble), trouble.name
    records.log.append(
        Exchange(
            len(records.log) + 1,
            records.elapsed,
            session.number if session else None,
            resource,
            request,
            0 if reply.hang_up else reply.status,
            found,
            pretended,
        )
    )
    return reply


def _troubled(reply: Reply, trouble: Trouble) -> Reply:
    headers = dict(reply.headers)
    if trouble.retry_after is not None:
        headers |= {"Retry-After": str(trouble.retry_after)}
    return Reply(
        trouble.status or reply.status,
        b"" if trouble.status else reply.body,
        headers,
        trouble.hang_up,
        trouble.delay,
    )


def _open_to_all(reply: Reply, request: Request) -> Reply:
    """A lesson may lie on any origin. Source: the Fetch standard, 3.3 (CORS)."""
    headers = {
        "Access-Control-Allow-Origin": request.header("Origin") or "*",
        "Access-Control-Allow-Methods": _METHODS,
        "Access-Control-Allow-Headers": _ALLOWED,
        "Access-Control-Expose-Headers": _EXPOSED,
        "Access-Control-Max-Age": "600",
        "Vary": "Origin",
        "Cache-Control": "no-store",
        "X-Experience-API-Version": VERSION,
        **reply.headers,
    }
    return replace(reply, headers=headers)


def _who(records: Records, request: Request) -> tuple[Session | None, str]:
    """The session that a request belongs to, and what it is for."""
    name = request.path.partition("/")[0]
    if name in ("fetch", "return"):
        wanted = request.parameters.get("session", "")
        known = (one for one in records.sessions if one.keys.session == wanted)
        return next(known, None), name
    what = asked(request)
    _, _, token = request.header("Authorization").partition(" ")
    owners = (one for one in records.sessions if token and one.token == token.strip())
    return next(owners, None), what.resource if what else ""


def _made(records: Records, request: Request, session: Session | None, resource: str) -> Taken:
    if resource == "fetch":
        return _fetched(request, session)
    if resource == "return" and session is not None:
        session.returned += 1
        return (
            Reply(200, b"<!doctype html><title>LMS</title>", {"Content-Type": "text/html"}),
            (),
            "",
        )
    what = asked(request)
    if what is None:
        return Reply(404), (), ""
    found = list(request_breaches(request, what))
    if what.name == "about":
        body = json.dumps({"version": [VERSION]}).encode()
        return Reply(200, body, {"Content-Type": JSON}), tuple(found), ""
    refused = _refused(records, request, session, what, found)
    if refused is not None or session is None:
        return refused or Reply(401), tuple(found), _over(session)
    return _served(records, request, session, what, found)


def _over(session: Session | None) -> str:
    if session is None:
        return ""
    return "abandoned" if session.abandoned else "expired" if session.terminated else ""


def _fetched(request: Request, session: Session | None) -> Taken:
    """The token, once (cmi5 8.2)."""
    kind = {"Content-Type": JSON}
    if request.method != "POST":
        found = breach("8.2.1.0-2", "method", request.method)
        return Reply(405, b"", {"Allow": "POST"}), (found,), ""
    if session is None:
        return Reply(200, _error("2", "unknown session"), kind), (), ""
    session.fetches += 1
    if session.fetches > 1:
        found = breach("cmi5 8.2.1", "fetch", str(session.fetches), "should")
        return Reply(200, _error("1", "already returned"), kind), (found,), ""
    return Reply(200, json.dumps({"auth-token": session.token}).encode(), kind), (), ""


def _error(code: str, text: str) -> bytes:
    return json.dumps({"error-code": code, "error-text": text}).encode()


def _refused(
    records: Records,
    request: Request,
    session: Session | None,
    what: Asked,
    found: list[Breach],
) -> Reply | None:
    """Before anything is done: who is unknown, what is over, what is wrong in itself."""
    authorization = request.header("Authorization")
    if session is None or (session.kind == "cmi5" and not session.fetches):
        found.append(breach("8.1.2.0-5", "header Authorization", authorization or "∅"))
        return Reply(401)
    if not authorization.startswith("Basic "):
        found.append(breach("8.2.1.0-5", "header Authorization", authorization))
        return Reply(401)
    if session.abandoned:
        return Reply(401)
    since = 0 if session.terminated is None else records.clock() - session.terminated
    if since > GRACE and what.name != "statements":
        return Reply(401)
    if request.method not in PARAMETERS[what.name]:
        found.append(breach("Communication 3.2.s2.b1", "method", request.method))
        return Reply(405)
    bad = any(one.level == "must" for one in found)
    return Reply(400, _told(found)) if bad else None


def _served(
    records: Records, request: Request, session: Session, what: Asked, found: list[Breach]
) -> Taken:
    now = records.clock()
    if what.name == "statements":
        if request.method in WRITES:
            conflicts = records.switches.conflicts
            reply, more = take(request, what, session, now, conflicts=conflicts)
            return reply, (*found, *more), ""
        return give(what, session, now), tuple(found), ""
    if what.name in ("agents", "activities"):
        return _described(what), tuple(found), ""
    found += document_breaches(request, what, session)
    reply = _document(records, request, session, what, found)
    garbled = records.switches.garbled.get(what.resource)
    if garbled is not None and request.method == "GET":
        return Reply(200, garbled, {"Content-Type": JSON, "ETag": '"0"'}), tuple(found), "garbled"
    return reply, tuple(found), ""


def _described(what: Asked) -> Reply:
    if what.name == "agents":
        agent = what.agent if isinstance(what.agent, dict) else {}
        person = {key: [value] for key, value in agent.items() if key != "objectType"}
        whole: dict[str, object] = {"objectType": "Person", **person}
    else:
        whole = {"objectType": "Activity", "id": what.parameters["activityId"]}
    return Reply(200, json.dumps(whole).encode(), {"Content-Type": JSON})


def _document(
    records: Records, request: Request, session: Session, what: Asked, found: list[Breach]
) -> Reply:
    switches = records.switches
    if any(one.level == "must" for one in found):
        return Reply(409 if _unguarded(found) else 403, _told(found))
    own = what.resource in ("preferences", "agent-profile") and request.method in WRITES
    if own and not switches.write_preferences:
        return Reply(403)
    if switches.most is not None and len(request.body) > switches.most:
        return Reply(413)
    if request.method == "GET":
        session.read.add(what.parameters.get("stateId", what.parameters.get("profileId", "")))
    return keep(request, what, records.documents, records.clock())


def _unguarded(found: list[Breach]) -> bool:
    return all(one.rule.startswith("Communication 3.1") for one in found if one.level == "must")


def _told(found: list[Breach]) -> bytes:
    return json.dumps([str(one) for one in found if one.level == "must"]).encode()
