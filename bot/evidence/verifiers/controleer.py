#!/usr/bin/env python3
"""Verifies a dossier or an export of Shared Duty with nothing but Python.

    python3 controleer.py                     the folder in which this file lies
    python3 controleer.py DOSSIER             a folder, a .zip, or a file of records (.ndjson)
    python3 controleer.py DOSSIER HELD...     also against what was held elsewhere: a checkpoint,
                                              an earlier dossier or its records

Ends with 0 when it is whole, 1 when it is not, 2 when it cannot be read.
"""
import base64
import csv
import hashlib
import io
import json
import os
import re
import struct
import sys
import zipfile
import zlib
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

FORMAT = "shared-duty-evidence/2"
ZEROS = "0" * 64
PLACES = re.compile(r"^/(by|data)(/|$)")
MEMBERS = set("v dutyId seq type at by who kind system reference outcome data open seal was prev hash".split())
MANIFEST = set("type format records heads order hash extent tenant environment asOf software byKind people problems problemCount log vendor namesWithheld".split())
HASH = re.compile(r"[0-9a-f]{64}")
SALT = re.compile(r"[0-9a-f]{32}")
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z")
TYPES = ("opened delivered undeliverable answered reassigned postponed reminded escalated finding replied closed "
         "withdrawn attached erased drawn dossier").split()
SKEW = timedelta(minutes=10)
REGISTERS = ("plans", "house-rules", "roster", "it-channel", "audits")


class NotWhole(Exception):
    """Something that makes the evidence not whole."""


class Unusable(Exception):
    """Something that is no evidence."""


def number(value):
    """A number as ECMAScript writes it (RFC 8785, section 3.2.2.3)."""
    if isinstance(value, int) and abs(value) < 10 ** 21:
        return str(value)
    value = float(value)
    if value != value or value in (float("inf"), float("-inf")):
        raise NotWhole("a number that is none")
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    if fraction == "0":
        fraction = ""
    digits = (whole + fraction).lstrip("0")
    point = len(whole) + int(exponent or 0)
    if whole == "0":
        point -= len(whole + fraction) - len(digits)
    digits = digits.rstrip("0") or "0"
    if len(digits) <= point <= 21:
        return sign + digits + "0" * (point - len(digits))
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    power = point - 1
    rest = "." + digits[1:] if len(digits) > 1 else ""
    return "%s%s%se%s%d" % (sign, digits[0], rest, "+" if power > 0 else "-", abs(power))


SIGNS = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def text(value):
    if any(0xD800 <= ord(sign) <= 0xDFFF for sign in value):
        raise NotWhole("half a surrogate pair")
    return '"' + "".join(SIGNS.get(s) or ("\\u%04x" % ord(s) if ord(s) < 32 else s) for s in value) + '"'


def jcs(value):
    """The canonical form of JSON (RFC 8785)."""
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return text(value)
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, list):
        return "[" + ",".join(jcs(one) for one in value) + "]"
    names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(text(name) + ":" + jcs(value[name]) for name in names) + "}"


def digest(value):
    return hashlib.sha256(jcs(value).encode("utf-8")).hexdigest()


def without(value, *names):
    return {name: member for name, member in value.items() if name not in names}


def once(pairs):
    """An object, refused where a member stands twice."""
    read = dict(pairs)
    if len(read) != len(pairs):
        raise NotWhole("a member stands twice")
    return read


def parse(line):
    try:
        return json.loads(line, object_pairs_hook=once)
    except (ValueError, RecursionError):
        raise NotWhole("the line is not JSON")


def step(value, name):
    if isinstance(value, list):
        return value[int(name)] if re.match(r"^(0|[1-9]\d*)$", name) and int(name) < len(value) else KeyError
    return value.get(name, KeyError) if isinstance(value, dict) else KeyError


def at(root, pointer):
    for name in pointer.split("/")[1:]:
        root = step(root, name.replace("~1", "/").replace("~0", "~"))
        if root is KeyError:
            raise NotWhole("it has no field " + pointer)
    return root


def bare(value, pointers, place=""):
    """The value with null at every pointer."""
    if place in pointers:
        return None
    if isinstance(value, list):
        return [bare(one, pointers, "%s/%d" % (place, index)) for index, one in enumerate(value)]
    if isinstance(value, dict):
        return {n: bare(m, pointers, place + "/" + n.replace("~", "~0").replace("/", "~1")) for n, m in value.items()}
    return value


def check_seal(record):
    opened, seal = record.get("open"), record.get("seal")
    if opened is None and seal is None:
        return
    if opened is None or seal is None or ("by" in record) != ("who" in record):
        raise NotWhole("its seal, openings or names are incomplete")
    content = without(record, "v", "open", "seal", "was", "prev", "hash")
    hashes = {}
    for pointer, salt in opened.items():
        if not PLACES.match(pointer):
            raise NotWhole("it has no field " + pointer)
        value = at(content, pointer)
        if isinstance(salt, str):
            hashes[pointer] = digest({"path": pointer, "salt": salt, "value": value})
        elif value is not None:
            raise NotWhole("a field was erased, yet is there")
        else:
            hashes[pointer] = salt["c"]
    row = dict(bare(content, set(opened)), v=2, sealed=digest(hashes), prev=seal["prev"])
    if digest(row) != seal["hash"]:
        raise NotWhole("its content does not match its seal")


def check_place(record, heads):
    head = heads.get(record["dutyId"])
    seal = record.get("seal")
    if head is None:
        if record["seq"] != 1 or record["prev"] != ZEROS or (seal and seal["prev"] != ZEROS):
            raise NotWhole("the first record of its duty is missing")
    elif record["seq"] != head["seq"] + 1:
        raise NotWhole("record %d of its duty is missing or stands elsewhere" % (head["seq"] + 1))
    elif record["prev"] != head["hash"]:
        raise NotWhole("prev is not the hash of the record before it")
    elif bool(head["seal"]) and not seal:
        raise NotWhole("it has no seal, though the record before it has one")
    elif seal and seal["prev"] != (head["seal"] or head["hash"]):
        raise NotWhole("its seal does not follow the one before it")
    heads[record["dutyId"]] = {"seq": record["seq"], "hash": record["hash"], "seal": seal and seal["hash"]}


def is_text(value):
    return isinstance(value, str)


def fits(form, value):
    return is_text(value) and form.fullmatch(value) is not None


def moment(value):
    if not fits(INSTANT, value):
        raise NotWhole("a moment is no instant")
    whole, _, fraction = value[:-1].partition(".")
    try:
        return datetime.strptime(whole, "%Y-%m-%dT%H:%M:%S") + timedelta(seconds=float("0." + (fraction or "0")))
    except ValueError:
        raise NotWhole("a moment does not exist")


def is_person(value):
    if not isinstance(value, dict) or set(value) != {"aadObjectId", "name"}:
        return False
    return all(is_text(one) for one in value.values()) or all(one is None for one in value.values())


def is_opened(value):
    if isinstance(value, dict):
        return set(value) == {"c"} and fits(HASH, value["c"])
    return fits(SALT, value)


def check_shape(record):
    """Every member is what the contract says."""
    moment(record.get("at"))
    seq, seal, opened = record.get("seq"), record.get("seal"), record.get("open")
    sound = (
        record.get("v") == 1 and isinstance(seq, int) and not isinstance(seq, bool) and seq >= 1
        and record.get("dutyId") not in ("", None)
        and all(is_text(record.get(name)) for name in ("dutyId", "kind", "system", "reference"))
        and record.get("type") in TYPES and "data" in record and fits(HASH, record.get("prev"))
        and record.get("outcome", "unable") in ("fulfilled", "problem", "unable")
        and ("by" not in record or is_person(record["by"]))
        and ("who" not in record or (fits(SALT, record["who"]) and "seal" in record))
        and ("was" not in record or fits(HASH, record["was"]))
        and (seal is None or (isinstance(seal, dict) and set(seal) == {"prev", "hash"} and all(fits(HASH, one) for one in seal.values())))
        and (opened is None or (isinstance(opened, dict) and all(is_opened(one) for one in opened.values())))
        and not any(name in record and record[name] is None for name in ("by", "who", "outcome", "open", "seal", "was"))
    )
    if not sound:
        raise NotWhole("a member is missing or not what it must be")


def check_same(record, before, names, latest):
    """One duty has one kind and system, one name in it one person, and time goes on."""
    if before and (before["kind"], before["system"]) != (record["kind"], record["system"]):
        raise NotWhole("it is of another kind or system than the record before it")
    person = record.get("by", {}).get("aadObjectId")
    if "who" in record and person is not None:
        if names.setdefault(record["who"], person) != person or list(names.values()).count(person) > 1:
            raise NotWhole("the name under which somebody acts here belongs to somebody else")
    if latest is None:
        return
    if moment(record["at"]) > latest:
        raise NotWhole("it is of a time after the file was made")
    if before and moment(record["at"]) < moment(before["at"]) - SKEW:
        raise NotWhole("its time lies before that of the record before it")


def leaf(statement):
    return hashlib.sha256(b"\0" + jcs(statement).encode("utf-8")).digest()


def root(leaves):
    """The root of the hash tree (RFC 6962, section 2.1)."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    level = leaves
    while len(level) > 1:
        pairs = [hashlib.sha256(b"\1" + level[i] + level[i + 1]).digest() for i in range(0, len(level) - 1, 2)]
        level = pairs + level[len(pairs) * 2:]
    return level[0]


def read_note(note, tenant):
    lines = note.replace("\r\n", "\n").split("\n")
    if len(lines) < 4 or not lines[0].startswith("shared-duty/") or not re.fullmatch(r"0|[1-9]\d{0,14}", lines[1]):
        raise Unusable("this is no checkpoint")
    if lines[0].split("/")[1] != tenant:
        raise NotWhole("the checkpoint is of another tenant")
    return {"origin": lines[0], "size": int(lines[1]), "root": base64.b64decode(lines[2]), "at": moment(lines[3])}


def check_note(note, leaves):
    if note["size"] > len(leaves) or note["root"] != root(leaves[:note["size"]]):
        raise NotWhole("the log had another root when a checkpoint was made")


def read_held(path):
    """What somebody held elsewhere: the text of a checkpoint, or the ends of the chains of earlier evidence."""
    content = open(path, "rb").read()
    if content.startswith(b"shared-duty/"):
        return content.decode("utf-8")
    try:
        if content[:4] == b"PK\3\4":
            file = io.BytesIO(content)
            content = next(unpacked(file, name, said, start) for name, said, _, start in listed_in(file) if name == "records.ndjson")
        lines = [line[:-1] if line[-1:] == b"\r" else line for line in content[3 if content[:3] == b"\xef\xbb\xbf" else 0:].split(b"\n")]
        manifest, ends = read_manifest(lines[-2]), {}
        for line in lines[:-2]:
            record = parse(line.decode("utf-8"))
            if digest(without(record, "hash")) != record["hash"]:
                raise NotWhole("its content does not match its hash")
            mark = (record.get("seal") or record)["hash"]
            first = ends.get(record["dutyId"], (0, 0, 0, record["at"]))[3]
            ends[record["dutyId"]] = (record["kind"], record["seq"], mark, first, record["at"])
        return {"tenant": manifest["tenant"], "ends": ends}
    except (NotWhole, KeyError, TypeError, ValueError, IndexError, AttributeError, struct.error, StopIteration):
        raise Unusable("what was held elsewhere is neither a checkpoint nor whole evidence")


def check_held(manifest, held, marks):
    """Each chain that was held is here as well, and goes on from where it ended; of a period, what it must hold."""
    if held["tenant"] != manifest["tenant"]:
        raise NotWhole("what was held is of the tenant %s" % held["tenant"])
    start, end, only = (manifest["extent"].get(name, other) for name, other in (("from", ""), ("to", "~"), ("kind", None)))
    for duty, (kind, seq, mark, first, last) in held["ends"].items():
        if (duty, seq) in marks:
            if marks[(duty, seq)] != mark:
                raise NotWhole("what was held has another record %d of duty %s" % (seq, duty))
        elif "vendor" not in manifest and only in (None, kind) and (start <= first < end or start <= last < end):
            raise NotWhole("what was held has record %d of duty %s, this file does not" % (seq, duty))


def check_extent(manifest, chains):
    extent = manifest["extent"]
    kind, start, end = extent.get("kind"), extent.get("from", ""), extent.get("to", "~")
    for duty, chain in chains.items():
        if not any(start <= moment < end for moment in chain["at"]):
            raise NotWhole("nothing of duty %s happened in the period" % duty)
    if kind is None:
        return
    wanted = {d for d, c in chains.items() if c["kind"] == kind or c["kind"] in REGISTERS or (c["kind"] == "nil-return" and c["nil"] in (kind, None))}
    before = -1
    while before != len(wanted):
        before = len(wanted)
        wanted |= {d for d, c in chains.items() if c["follows"] in wanted}
    if wanted != set(chains):
        raise NotWhole("a duty is not of the kind that the file says it holds")


def check_log(manifest, seals, times, held):
    """Each statement is met by a record with that hash, and the log's root fits every checkpoint."""
    log = manifest.get("log", {"statements": [], "checkpoints": []})
    statements = log["statements"]
    leaves = [leaf(statement) for statement in statements]
    whole = not manifest["extent"] and "vendor" not in manifest
    duties = {duty for duty, _ in seals}
    removed = {statement["duty"] for statement in statements if "removed" in statement}
    if removed & duties:
        raise NotWhole("the log says that a duty of the file was taken away after its term")
    for statement in statements:
        if statement["duty"] in removed:
            continue
        place = (statement["duty"], statement["seq"])
        if (whole or statement["duty"] in duties) and seals.get(place) != statement["hash"]:
            raise NotWhole("the log knows another record %d of duty %s" % (place[1], place[0]))
    try:
        notes = [read_note(note, manifest["tenant"]) for note in log["checkpoints"]]
    except Unusable as fault:
        raise NotWhole(str(fault))
    for before, note in zip(notes, notes[1:]):
        if note["size"] < before["size"] or note["origin"] != before["origin"]:
            raise NotWhole("a checkpoint does not follow the one before it")
    for note in notes + [read_note(note, manifest["tenant"]) for note in held if is_text(note)]:
        check_note(note, leaves)
    timed = manifest["environment"] == "production"
    if timed:
        check_entered(statements, notes, times)
    check_removed(statements, notes, timed)
    return len(notes) + len(held), len(removed)


def check_removed(statements, notes, timed):
    """A chain that was taken away after its term: the last that is said of it, and of a moment that fits."""
    gone, ends, first = set(), {}, 0
    for index, statement in enumerate(statements):
        while first < len(notes) and notes[first]["size"] <= index:
            first += 1
        duty, at_ = statement["duty"], statement.get("removed")
        wrong = NotWhole("the log cannot have taken duty %s away" % duty)
        if duty in gone or ("kept" in statement) != (at_ is not None) or type(statement.get("kept", 0)) is not int:
            raise wrong
        seq, digest_ = ends.get(duty, (0, None))
        ends[duty] = max((seq, digest_), (statement["seq"], statement["hash"]), key=lambda one: one[0])
        if at_ is None:
            continue
        gone.add(duty)
        same = statement["seq"] > seq or (statement["seq"] == seq and statement["hash"] == digest_)
        at_, over = moment(at_), moment(statement.get("opened")) + timedelta(days=statement["kept"])
        early = 0 < first <= len(notes) and at_ < notes[first - 1]["at"] - timedelta(hours=24)
        late = first < len(notes) and at_ > notes[first]["at"] + timedelta(minutes=5)
        if not same or statement["kept"] < 365 or (timed and (at_ < over or early or late)):
            raise wrong


def check_entered(statements, notes, times):
    """What is first witnessed by a checkpoint happened after the one before it, and before this one."""
    said, first = {}, 0
    for index, statement in enumerate(statements):
        while first < len(notes) and notes[first]["size"] <= index:
            first += 1
        said.setdefault(statement["duty"], []).append((statement["seq"], first))
    for (duty, seq), at_ in times.items():
        first = next((one for last, one in said.get(duty, []) if last >= seq), None)
        if first is None:
            continue
        early = 0 < first <= len(notes) and at_ < notes[first - 1]["at"] - timedelta(hours=24)
        if early or (first < len(notes) and at_ > notes[first]["at"] + timedelta(minutes=5)):
            raise NotWhole("record %d of duty %s was entered later than it says" % (seq, duty))


def read_manifest(line):
    manifest = parse(line.decode("utf-8"))
    if not isinstance(manifest, dict) or manifest.get("type") != "manifest":
        raise NotWhole("the last line is not a manifest: the end of the file is missing")
    if digest(without(manifest, "hash")) != manifest.get("hash") or jcs(manifest) != line.decode("utf-8"):
        raise NotWhole("the manifest does not match its hash")
    if manifest.get("format") != FORMAT or set(manifest) - MANIFEST:
        raise NotWhole("the manifest is not the one of an export")
    if {"order", "heads", "records", "byKind", "people", "asOf", "tenant", "environment", "extent"} - set(manifest):
        raise NotWhole("the manifest leaves out what the one of an export says")
    if manifest["environment"] not in ("production", "development") or set(manifest["extent"]) - {"from", "to", "kind"}:
        raise NotWhole("the manifest is not the one of an export")
    if manifest.get("namesWithheld"):
        raise Unusable("it has roles in the place of names, so that it cannot prove itself")
    return manifest


def check_records(lines, notes):
    lines = lines[:-1] if lines and lines[-1] == b"" else lines
    if not lines:
        raise Unusable("the file is empty")
    manifest = read_manifest(lines[-1])
    latest = moment(manifest["asOf"]) + SKEW if manifest["environment"] == "production" else None
    heads, seals, marks, times, chains, order, people = {}, {}, {}, {}, {}, hashlib.sha256(), set()
    kinds, names, before = {}, {}, None
    place = ("", "")
    for count, line in enumerate(lines[:-1], 1):
        try:
            line = line.decode("utf-8")
            record = parse(line)
            if jcs(record) != line or set(record) - MEMBERS or record.get("v") != 1:
                raise NotWhole("it is not written as the export writes it")
            if digest(without(record, "hash")) != record.get("hash"):
                raise NotWhole("its content does not match its hash")
            check_shape(record)
            duty, seq = record["dutyId"], record["seq"]
            if duty not in heads:
                if (duty[2:3], duty) < place:
                    raise NotWhole("its duty changed places with another")
                place = (duty[2:3], duty)
            elif place[1] != duty:
                raise NotWhole("records of another duty stand before it")
            check_seal(record)
            check_place(record, heads)
            before, names = (before, names) if before and before["dutyId"] == duty else (None, {})
            check_same(record, before, names, latest)
            before = record
        except UnicodeDecodeError:
            raise NotWhole("line %d: it is not UTF-8" % count)
        except (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError):
            raise NotWhole("line %d: it is not a record" % count)
        except NotWhole as fault:
            raise NotWhole("line %d, duty %s, seq %s: %s" % (count, record.get("dutyId") if "record" in dir() and isinstance(record, dict) else "?", record.get("seq") if "record" in dir() and isinstance(record, dict) else "?", fault))
        seals[(duty, seq)] = (record.get("seal") or {}).get("hash")
        marks[(duty, seq)] = (record.get("seal") or record)["hash"]
        times[(duty, seq)] = moment(record["at"])
        data = record["data"] if isinstance(record["data"], dict) else {}
        chain = chains.setdefault(duty, {"kind": record["kind"], "at": [], "nil": (data.get("details") or {}).get("kind") if isinstance(data.get("details"), dict) else None, "follows": (data.get("follows") or {}).get("duty") if isinstance(data.get("follows"), dict) else None})
        chain["at"].append(record["at"])
        counted = kinds.setdefault(record["kind"], {"chains": set(), "records": 0})
        counted["chains"].add(duty)
        counted["records"] += 1
        if record.get("by", {}).get("aadObjectId"):
            people.add(record["by"]["aadObjectId"])
        order.update(record["hash"].encode())
    told = {kind: {"chains": len(one["chains"]), "records": one["records"]} for kind, one in kinds.items()}
    if manifest["heads"] != {duty: head["hash"] for duty, head in heads.items()} or manifest["records"] != len(lines) - 1:
        raise NotWhole("the manifest names other records than the file holds")
    if manifest["order"] != order.hexdigest() or manifest["byKind"] != told or manifest["people"] != len(people):
        raise NotWhole("the manifest counts otherwise than the file does")
    check_extent(manifest, chains)
    witnesses, removed = check_log(manifest, seals, times, notes)
    for one in notes:
        if not is_text(one):
            check_held(manifest, one, marks)
    if manifest.get("problems"):
        fault = manifest["problems"][0]
        raise NotWhole("the store was not whole when this was made: duty %s: %s" % (fault.get("dutyId"), fault.get("problem")))
    return "%d records of %d duties, of the tenant %s, as of %s; it fits %d checkpoint(s) and earlier dossiers%s" % (len(lines) - 1, len(heads), manifest["tenant"], manifest["asOf"], witnesses, "; %d duties were taken away after their term" % removed if removed else "")


STATES = {"open": ("wacht op antwoord", "waits for an answer"), "problem": ("probleem open", "problem open"),
          "fulfilled": ("in orde", "in order"), "unable": ("niet beoordeeld", "not judged"), "withdrawn": ("ingetrokken", "withdrawn")}
DECISIONS = {"keep": ("houden", "keep"), "change": ("wijzigen", "change"), "remove": ("intrekken", "remove"), "unknown": ("weet ik niet", "don’t know")}
SOLVED_BY_VENDOR = "confirm-restore read-agreement verify-change verify-incident".split()
LATE = ("te laat", "late")
UNKNOWN = ("gewist of onbekend", "erased or unknown")
BEARS = ("%s (draagt het risico, tot en met ", "%s (bears the risk, until ")
ACCEPTED = ("%s (accepteerde het)", "%s (accepted it)")
MISSING = ("niet vastgelegd", "not recorded", "nog niet beantwoord", "not answered yet")
TOTALS = ("Gevraagd %d · beantwoord %d · te laat %d · met probleem %d · open %d · ingetrokken %d",
          "Asked %d · answered %d · late %d · with a problem %d · open %d · withdrawn %d")
POPULATION = ("volgens het logboek: %d; hier: %d.", "by the log: %d; here: %d.")
GONE = ("volgens het logboek: %d.", "by the log: %d.")


def data_of(record):
    return record["data"] if isinstance(record["data"], dict) else {}


def text_in(value, *names):
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value if is_text(value) else None


def either(value, other):
    return other if value is None else value


def findings_of(chain):
    """Every negative answer and what became of it."""
    found, latest = {}, None
    for record in chain:
        data = data_of(record)
        name = either(text_in(data, "finding"), latest)
        if name is None or record["type"] not in ("finding", "replied", "closed", "escalated"):
            continue
        latest = name
        one = found.setdefault(name, {"id": name, "openedAt": record["at"], "owner": None, "dueOn": "", "replies": 0, "rounds": 0, "closedAt": "", "because": "", "borne": None})
        one["owner"] = either(text_in(data, "owner", "name"), one["owner"])
        one["dueOn"] = either(text_in(data, "dueOn") if record["type"] == "finding" else None, one["dueOn"])
        one["replies"] += record["type"] == "replied"
        rounds = data.get("failedVerifications")
        one["rounds"] = rounds if isinstance(rounds, (int, float)) and not isinstance(rounds, bool) else one["rounds"]
        if record["type"] == "finding" and text_in(data, "ended") is not None:
            one["closedAt"], one["because"] = "", ""
        if text_in(data, "because") == ("accepted" if record["type"] == "closed" else "prolonged"):
            one["borne"] = (text_in(data, "acceptedBy"), text_in(data, "until"))
        elif record["type"] == "closed" or text_in(data, "ended") is not None:
            one["borne"] = None
        if record["type"] == "closed":
            one["closedAt"], one["because"] = record["at"], text_in(data, "because") or ""
    return list(found.values())


def story_of(chain, as_of):
    """What the records of a duty tell; None for what asks nothing."""
    first = chain[0]
    if first["type"] != "opened":
        return None
    answers = [r for r in chain if r["type"] == "answered" and data_of(r).get("effective") is not False]
    findings = findings_of(chain)
    last = answers[-1].get("outcome") if answers else None
    state = last or "open"
    if state == "problem" and findings:
        state = "fulfilled"
    if any(not one["closedAt"] for one in findings):
        state = "problem"
    if any(record["type"] == "withdrawn" for record in chain):
        state = "withdrawn"
    due = text_in(data_of(first), "dueOn")
    late = due is not None and (answers[0]["at"] if answers else as_of)[:10] > due
    answer = answers[-1] if answers else None
    return {
        "id": first["dutyId"], "kind": first["kind"], "system": first["system"], "reference": first["reference"],
        "title": either(text_in(data_of(first), "title"), first["reference"]), "openedAt": first["at"], "dueOn": due or "",
        "by": (answer.get("by") or {}).get("name") if answer else "", "answered": bool(answer),
        "answeredAt": answer["at"] if answer else "", "outcome": (answer.get("outcome") or "") if answer else "",
        "late": late, "state": state, "findings": findings, "seq": chain[-1]["seq"], "hash": chain[-1]["hash"],
        "hashes": [record["hash"][:16] for record in chain], "decisions": decisions_of(chain), "said": said_in(chain),
        "listed": {text_in(row, "account"): row for row in lists(data_of(first).get("rows"))},
        "people": [(r["by"]["aadObjectId"], r["by"]["name"], r["at"]) for r in chain if (r.get("by") or {}).get("aadObjectId")],
        "solver": solver_of(first), "shown": shown_in(chain), "erased": any(record["type"] == "erased" for record in chain),
        "files": {one["sha256"] for r in chain if r["type"] == "attached" for one in lists(data_of(r).get("attachments"))
                  if isinstance(one, dict) and all(is_text(one.get(name)) for name in ("id", "name", "sha256"))},
    }


def solver_of(first):
    """Who solves what nobody here owns: the vendor that asked, where it is for a vendor to solve."""
    vendor = text_in(data_of(first), "vendor")
    if vendor is None or first["kind"] not in SOLVED_BY_VENDOR:
        return MISSING[:2]
    return tuple("%s%s (%s)" % (vendor[:1].upper(), vendor[1:], word) for word in ("leverancier", "vendor"))


def shown_in(chain):
    """The hash of each card that was shown, with the record that says it."""
    shown = {}
    for record in chain:
        digest_ = text_in(data_of(record), "shown", "card")
        if digest_ is not None:
            shown.setdefault(digest_, record["seq"])
    return shown


def lists(value):
    return value if isinstance(value, list) else []


def decisions_of(chain):
    told = []
    for record in chain:
        data = data_of(record)
        if record["type"] != "answered" or data.get("effective") is False:
            continue
        attached = data.get("attached") if isinstance(data.get("attached"), dict) else {}
        for row in lists(attached.get("decisions")):
            told.append((text_in(row, "account") or "", text_in(row, "note") or "", (record.get("by") or {}).get("name"), record["at"], text_in(row, "decision") or ""))
    return told


def said_in(chain):
    """What was asked and answered, field by field."""
    told = []
    for record in chain:
        said = data_of(record).get({"opened": "details", "answered": "values"}.get(record["type"]))
        for name, value in said.items() if isinstance(said, dict) else ():
            told.append((record, name, "" if value is None else value if is_text(value) else jcs(value)))
    return told


def listed(row, name):
    """What the list of a review says of an account."""
    value = row.get(name) if isinstance(row, dict) else None
    return jcs(value) if isinstance(value, bool) else value if is_text(value) else ""


def inert(value):
    return "'" + value if re.match("[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]", value) else value


def rows_of(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8").lstrip("\ufeff"), newline=""), delimiter=";"))[1:]


def same(what, rows, expected):
    """Every row has the cells that are known; None stands for what the records do not tell."""
    if len(rows) != len(expected):
        raise NotWhole("%s has %d rows, the records tell %d" % (what, len(rows), len(expected)))
    for row, cells in zip(rows, expected):
        if len(row) != len(cells):
            raise NotWhole("a row of %s has %d cells" % (what, len(row)))
        for value, cell in zip(row, cells):
            right = cell is None or (cell(value) if callable(cell) else value in cell if isinstance(cell, tuple) else value == str(cell))
            if not right:
                raise NotWhole("%s says %s, the records do not" % (what, value[:60] or "nothing"))


def local(at_):
    """The same moment on somebody's clock: that of a zone, which are quarters of an hour apart."""
    def right(value):
        if not at_:
            return value == ""
        try:
            apart = datetime.strptime(value, "%Y-%m-%d %H:%M") - moment(at_).replace(second=0, microsecond=0)
        except ValueError:
            return False
        return abs(apart) <= timedelta(hours=14) and apart % timedelta(minutes=15) == timedelta()
    return right


MONTHS = ("januari februari maart april mei juni juli augustus september oktober november december".split(),
          "January February March April May June July August September October November December".split())


def day_cell(on):
    """A day in the words of either language."""
    def right(value):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", on):
            return value in MISSING[:2] if on == "" else True
        year, month, day = (int(one) for one in on.split("-"))
        return 1 <= month <= 12 and any(value.endswith(" %d %s %d" % (day, names[month - 1], year)) for names in MONTHS)
    return right


def owner_cell(story, finding, written, day):
    """Who bears the risk of a finding, who owns it, or else who solves it."""
    if finding["borne"] is None:
        return tuple(map(written, story["solver"])) if finding["owner"] is None else written(finding["owner"])
    name, until = finding["borne"]
    said = [written((BEARS if until is not None else ACCEPTED)[at_] % (UNKNOWN[at_] if name is None else name)) for at_ in (0, 1)]

    def right(value):
        if until is None:
            return value in said
        return any(value.startswith(before) and value.endswith(")") and day(until)(value[len(before):-1]) for before in said)
    return right


def person_cell(name):
    return UNKNOWN if name is None else inert(name)


def place_of(row):
    """The table of fields goes by kinds, the records by duties: both are sorted by duty, step and field."""
    return [str(one) for one in row[11:13] + row[9:10]]


def check_tables(stories, names, read):
    kinds = sorted({story["kind"] for story in stories})
    tables = {name for name in names if name.startswith("csv/")}
    for kind in kinds:
        told = [[inert(s["reference"]), inert(s["system"]), inert(s["title"]), None, None, local(s["openedAt"]), s["dueOn"],
                 person_cell(s["by"]), local(s["answeredAt"]), None, STATES[s["state"]], s["openedAt"], s["answeredAt"], s["outcome"],
                 "late" if s["late"] else "", s["id"], s["seq"], s["hash"]] for s in stories if s["kind"] == kind]
        if "csv/%s.csv" % kind not in names:
            raise NotWhole("there is no table of %s" % kind)
        same("csv/%s.csv" % kind, rows_of(read("csv/%s.csv" % kind)), told)
        tables.discard("csv/%s.csv" % kind)
    acts = {}
    for story in stories:
        for person, name, at_ in story["people"]:
            one = acts.setdefault(person, [name, 0, at_, at_])
            acts[person] = [name, one[1] + 1, min(one[2], at_), max(one[3], at_)]
    expected = {
        ("bevindingen", "findings"): [[inert(f["id"]), inert(s["reference"]), owner_cell(s, f, inert, lambda on: lambda value: value == on), inert(f["dueOn"]), f["replies"], f["rounds"],
                                       local(f["closedAt"]), None, f["openedAt"], f["closedAt"], inert(f["because"]), s["id"]] for s in stories for f in s["findings"]],
        ("personen", "people"): [[inert(one[0]), one[1], local(one[2]), local(one[3]), one[2], one[3], inert(person)] for person, one in acts.items()],
        ("toegang-beslissingen", "access-decisions"): [[inert(one) for one in [s["reference"], account] + [listed(s["listed"].get(account), name) for name in ("name", "role", "manager", "lastSignIn")]]
                                                        + [None, DECISIONS.get(decision, inert(decision)), inert(note), person_cell(by), local(at_), at_, inert(decision)] + [listed(s["listed"].get(account), name) for name in ("privileged", "enabled")] + [s["id"]]
                                                        for s in stories if s["kind"] == "review-access" for account, note, by, at_, decision in s["decisions"]],
        ("velden", "fields"): sorted(([inert(s["reference"]), None, None, None, None, person_cell(r["by"]["name"]) if "by" in r else None, local(r["at"]), r["at"], r["type"], inert(name), inert(value), s["id"], r["seq"]]
                                      for s in stories for r, name, value in s["said"]), key=place_of),
        ("dekking", "coverage"): None,
    }
    for both, told in expected.items():
        name = next(("csv/%s.csv" % one for one in both if "csv/%s.csv" % one in names), None)
        if name is None and (told or both[1] != "access-decisions"):
            raise NotWhole("there is no table csv/%s.csv" % both[0])
        tables.discard(name)
        if name is not None and told is not None:
            rows = rows_of(read(name))
            same(name, sorted(rows, key=place_of) if both[1] == "fields" else rows, told)
    if tables:
        raise NotWhole("%s is a table of nothing in the records" % sorted(tables)[0])


def sums_of(stories):
    sums = [len(stories)] + [sum(bool(s[name]) for s in stories) for name in ("answered", "late", "findings")]
    return sums + [sum(s["state"] in ("open", "problem") for s in stories), sum(s["state"] == "withdrawn" for s in stories)]


def population_of(manifest, chains):
    """Of each kind how many duties the log names of the period; None where there is no log."""
    extent, named = manifest["extent"], {}
    statements = manifest.get("log", {"statements": []})["statements"]
    for statement in statements:
        opened, duty = statement.get("opened"), statement["duty"]
        if "removed" in statement:
            named.pop(duty, None)
        elif opened is not None and (extent.get("from", "") <= opened < extent.get("to", "~") or duty in chains):
            named[duty] = statement["kind"]
    counted = {}
    for kind in named.values():
        counted[kind] = counted.get(kind, 0) + 1
    return counted if statements else None


def check_coverage(table, sums, population, only):
    rows = rows_of(table)
    told = {row[-1]: (row[-8:-2], row[-2]) for row in rows if row}
    if len(told) != len(rows):
        raise NotWhole("the table of coverage names a kind twice")
    kinds = [kind for kind in population or {} if only in (None, kind)]
    for kind in set(sums) | set(told) | set(kinds):
        logged = (population or {}).get(kind)
        figures = sums.get(kind, [0] * 6)
        if told.get(kind) != ([str(one) for one in figures], "" if logged is None else str(logged)):
            raise NotWhole("the table of coverage counts %s otherwise than the records and the log do" % kind)
        if (logged or 0) > figures[0]:
            raise NotWhole("the log names more duties of the kind %s than the file holds" % kind)


def escaped(value):
    for sign, said in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        value = value.replace(sign, said)
    return value


def cells_in(part):
    return [[re.sub("<[^>]*>", "", cell) for cell in re.findall("<td>(.*?)</td>", row, re.S)] for row in re.findall("<tr>(.*?)</tr>", part, re.S)][1:]


def width(count, total):
    return str((Decimal(600 * count / total)).quantize(Decimal("0.1"), ROUND_HALF_UP))


def check_section(kind, part, stories, log, asked):
    """What the report says of a kind."""
    sums = sums_of(stories)
    if not any("<p>" + line % tuple(sums) + "</p>" in part and 'aria-label="' + line % tuple(sums) + '"' in part for line in TOTALS):
        raise NotWhole("the report counts %s otherwise than the records do" % kind)
    if log is not None and not any(line % (log.get(kind, 0), sums[0]) + "</p>" in part for line in POPULATION):
        raise NotWhole("the report tells another population of %s than the log" % kind)
    good, bad = [sum(s["state"] == state for s in stories) for state in ("fulfilled", "problem")]
    bars = [width(one, sums[0]) for one in (good, bad, sums[0] - good - bad)]
    if re.findall('<rect [^>]*? width="([^"]*)"', part) != bars:
        raise NotWhole("the chart of %s is not what the records tell" % kind)
    tables = re.findall("<table.*?</table>", part, re.S)
    findings = [(s, f) for s in stories for f in s["findings"]]
    if len(tables) != 2 + bool(findings):
        raise NotWhole("the report has other tables of %s" % kind)
    both = lambda s: tuple(word + (", " + LATE[at_] if s["late"] else "") for at_, word in enumerate(STATES[s["state"]]))
    name = lambda s: UNKNOWN if s["by"] is None else escaped(s["by"]) if s["answered"] else "–"
    same("the report of " + kind, cells_in(tables[0]), [[escaped(s["reference"]), escaped(s["system"]), escaped(s["title"]), None, day_cell(s["dueOn"]), name(s), None, None, both(s)] for s in stories])
    if findings:
        same("the report of " + kind, cells_in(tables[1]), [[escaped(f["id"]), escaped(s["reference"]), owner_cell(s, f, escaped, day_cell), day_cell(f["dueOn"]), f["replies"], f["rounds"], None, None] for s, f in findings])
    for row in cells_in(tables[-1]):
        count = asked.get(row[0], 0)
        said = MISSING[:2] if count == 0 else ("bij %d van %d" % (count, sums[0]), "in %d of %d" % (count, sums[0]))
        if row[1] not in said:
            raise NotWhole("the report says that %s was recorded %s, the stories of %s do not" % (row[0], row[1], kind))


def check_pages(kind, stories, names, read):
    """The stories have every record of their duties; returns of each question how many answer it."""
    asked, at_ = {}, 0
    folder = "plichten" if any(name.startswith("plichten/") for name in names) else "duties"
    for page in range((len(stories) + 499) // 500):
        name = "%s/%s-%03d.html" % (folder, kind, page + 1)
        if name not in names:
            raise NotWhole("%s is missing" % name)
        parts = re.split('<h2 id="', read(name).decode("utf-8"))[1:]
        some = stories[page * 500:page * 500 + 500]
        if [part[:25] for part in parts] != [s["id"] for s in some]:
            raise NotWhole("%s tells of other duties than the records" % name)
        for part, story in zip(parts, some):
            tables = re.findall("<table.*?</table>", part, re.S)
            steps = cells_in(tables[0])
            if [row[-1].rstrip("…") for row in steps] != story["hashes"] or [row[0] for row in steps] != [str(n + 1) for n in range(len(steps))]:
                raise NotWhole("%s tells other steps of duty %s than the records" % (name, story["id"]))
            for row in cells_in(tables[-1]):
                asked[row[0]] = asked.get(row[0], 0) + (row[1] not in MISSING)
    return asked


def check_beside(stories, manifest, names, read):
    """The log and the attachments are those that the records name."""
    log = manifest.get("log", {"statements": [], "checkpoints": []})
    said = read("log.ndjson").decode("utf-8") if "log.ndjson" in names else None
    if said != "".join(jcs(one) + "\n" for one in log["statements"]):
        raise NotWhole("log.ndjson is not the log of the records")
    if "checkpoints.txt" not in names or read("checkpoints.txt").decode("utf-8") != "\n".join(log["checkpoints"]):
        raise NotWhole("checkpoints.txt does not hold the checkpoints of the log")
    for name in names:
        if re.match("(getuigen|witnesses)/(controlepunt|checkpoint).txt$", name) and read(name).decode("utf-8") != (log["checkpoints"][-1] if log["checkpoints"] else ""):
            raise NotWhole("%s is not the last checkpoint of the log" % name)
    files, stamps = set().union(*(s["files"] for s in stories)) if stories else set(), []
    for name in names:
        stamp = re.match("(getuigen|witnesses)/(\\d+)[.]tst$", name)
        if stamp:
            note = next((one for one in log["checkpoints"] if one.split("\n")[1:2] == [stamp.group(2)]), None)
            if note is None:
                raise NotWhole("%s stamps a checkpoint that the log does not have" % name)
            stamps.append(stamped_by(name, read(name), note))
        if re.match("(bijlagen|attachments)/", name):
            sha256 = name.split("/")[1].split(".")[0]
            if sha256 not in files or hashlib.sha256(read(name)).hexdigest() != sha256:
                raise NotWhole("%s is no file that a record knows" % name)
    lost = files - {name.split("/")[-1].split(".")[0] for name in names}
    if lost:
        raise NotWhole("the file %s that a record names is missing" % sorted(lost)[0])
    return stamps


# The object identifiers of a time stamp (RFC 5652, 3161, 5035, 5754, 5758, 5480), as DER writes them.
SIGNED_DATA, TIME_STAMP = "2a864886f70d010702", "2a864886f70d0109100104"
CONTENT_TYPE, MESSAGE_DIGEST = "2a864886f70d010903", "2a864886f70d010904"
CERTIFICATE_V1, CERTIFICATE_V2 = "2a864886f70d010910020c", "2a864886f70d010910022f"
USES, TIME_STAMPING, COMMON_NAME = "551d25", "2b06010505070308", "550403"
RSA, EC = "2a864886f70d010101", "2a8648ce3d0201"
HASHES = {"608648016503040201": "sha256", "608648016503040202": "sha384", "608648016503040203": "sha512"}
SIGNATURES = {"2a864886f70d01010b": (RSA, "sha256"), "2a864886f70d01010c": (RSA, "sha384"), "2a864886f70d01010d": (RSA, "sha512"),
              "2a8648ce3d040302": (EC, "sha256"), "2a8648ce3d040303": (EC, "sha384"), "2a8648ce3d040304": (EC, "sha512")}
# P-256 and P-384 (FIPS 186-4, D.1.2): the prime, the order, b and the base point.
CURVES = {name: tuple(int(one, 16) for one in numbers.split()) for name, numbers in {
    "2a8648ce3d030107": """ffffffff00000001000000000000000000000000ffffffffffffffffffffffff
        ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551
        5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b
        6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296
        4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5""",
    "2b81040022": """fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffff
        ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973
        b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef
        aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7
        3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f"""}.items()}


def elements(content):
    """The elements of DER that fill some bytes (X.690): of each its tag, what is in it, and the whole of it."""
    found, at_ = [], 0
    while at_ < len(content):
        tag, length, begin = content[at_], content[at_ + 1], at_ + 2
        if length > 127:
            written = content[begin:begin + (length & 127)]
            if not 1 <= len(written) == length & 127 <= 4 or written[0] == 0 or int.from_bytes(written, "big") < 128:
                raise ValueError("no DER")
            length, begin = int.from_bytes(written, "big"), begin + len(written)
        if tag & 31 == 31 or begin + length > len(content):
            raise ValueError("no DER")
        found.append((tag, content[begin:begin + length], content[at_:begin + length]))
        at_ = begin + length
    return found


def tagged(element, tag):
    if element[0] != tag:
        raise ValueError("another tag")
    return element[1]


def inside(element, tag=0x30):
    return elements(tagged(element, tag))


def only(found):
    if len(found) != 1:
        raise ValueError("not one")
    return found[0]


def oid(element):
    """An object identifier, or an algorithm that begins with one."""
    return tagged(inside(element)[0] if element[0] == 0x30 else element, 0x06).hex()


def whole_number(element):
    written = tagged(element, 0x02)
    if written[0] > 127 or (written[0] == 0 and len(written) > 1 and written[1] < 128):
        raise ValueError("no number")
    return int.from_bytes(written, "big")


def pair(content):
    one, two = inside(only(elements(content)))
    return whole_number(one), whole_number(two)


def signed_stamp(token):
    """What a token says, where the certificate that it carries and names signed it; else what is wrong."""
    kind, explicit = inside(only(elements(token)))
    _, _, wrapped, *rest = inside(only(inside(explicit, 0xA0)))
    inner, content = inside(wrapped)
    if oid(kind) != SIGNED_DATA or oid(inner) != TIME_STAMP:
        raise ValueError("no time stamp")
    content = tagged(only(inside(content, 0xA0)), 0x04)
    certificates = inside(rest[0], 0xA0)
    _, sid, hash_, attributes, algorithm, signature, *unsigned = inside(only(inside(rest[-1], 0x31)))
    if any(one[0] != 0xA1 for one in unsigned):
        raise ValueError("something more")
    named = [inside(one) for one in inside(attributes, 0xA0)]

    def signed(name):
        values = [one[1] for one in named if oid(one[0]) == name]
        return only(inside(only(values), 0x31)) if values else None
    if oid(signed(CONTENT_TYPE)) != TIME_STAMP:
        return "the token is no time stamp"
    if tagged(signed(MESSAGE_DIGEST), 0x04) != hashlib.new(HASHES[oid(hash_)], content).digest():
        return "its signature does not fit"
    certificate = next((one for one in certificates if is_named(one, signed(CERTIFICATE_V1), signed(CERTIFICATE_V2))), None)
    key, uses, name, issued = certificate_in(certificate) if certificate else (None, None, None, None)
    # A signer may be called by the key as well, which the certificate need not say (RFC 5652, section 5.3).
    if certificate is None or (sid[0] == 0x30 and sid[1] != issued):
        return "its certificate is another one than it names"
    if TIME_STAMPING not in uses:
        return "its certificate is not that of a time stamp authority"
    # What is signed is the set itself, not the part of the token that it is (RFC 5652, section 5.4).
    if not is_signed(b"\x31" + attributes[2][1:], tagged(signature, 0x04), key, oid(algorithm), HASHES[oid(hash_)]):
        return "its signature does not fit"
    _, _, imprint, _, time, *_ = inside(only(elements(content)))
    algorithm, imprint = inside(imprint)
    if HASHES[oid(algorithm)] != "sha256":
        raise ValueError("another imprint")
    time = re.fullmatch(r"(\d{14})(\.\d+)?Z", tagged(time, 0x18).decode("ascii"), re.ASCII).group(1)
    at_ = datetime.strptime(time, "%Y%m%d%H%M%S").strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"at": at_, "imprint": tagged(imprint, 0x04), "authority": name, "certificate": hashlib.sha256(certificate[2]).hexdigest()}


def is_named(certificate, older, newer):
    """Whether what was signed names this very certificate (RFC 5816, and RFC 2634 with SHA-1 before it)."""
    first = inside(inside(inside(older if newer is None else newer)[0])[0])
    if newer is not None and first[0][0] == 0x30:
        hash_, said = HASHES[oid(first[0])], first[1]
    else:
        hash_, said = "sha1" if newer is None else "sha256", first[0]
    return hashlib.new(hash_, certificate[2]).digest() == tagged(said, 0x04)


def certificate_in(certificate):
    """The key, the extended uses, the name, and who issued it as what, in a certificate (RFC 5280, section 4.1)."""
    fields = inside(inside(certificate)[0])
    fields = fields[1:] if fields[0][0] == 0xA0 else fields
    uses = [oid(use) for one in map(inside, inside(only(inside(fields[-1], 0xA3)))) if oid(one[0]) == USES
            for some in elements(tagged(one[-1], 0x04)) for use in inside(some)]
    names = [one for some in inside(fields[4]) for one in map(inside, inside(some, 0x31)) if oid(one[0]) == COMMON_NAME]
    return fields[5], uses, names[-1][1][1].decode("utf-8", "replace") if names else "", fields[2][2] + fields[0][2]


def is_signed(said, signature, key, algorithm, hash_):
    """Whether a key made a signature: RSA (PKCS #1 v1.5) or ECDSA on P-256 or P-384, no other."""
    kind, hash_ = (RSA, hash_) if algorithm == RSA else SIGNATURES.get(algorithm, (None, None))
    named, bits = inside(key)
    named, bits = inside(named), tagged(bits, 0x03)
    if kind is None or oid(named[0]) != kind or bits[0] != 0:
        return False
    digest_ = hashlib.new(hash_, said).digest()
    return by_rsa(digest_, hash_, signature, bits[1:]) if kind == RSA else by_curve(digest_, signature, bits[1:], oid(named[1]))


def by_rsa(digest_, hash_, signature, key):
    """RFC 8017, section 8.2.2; a key of 2048 bits to 8192."""
    modulus, exponent = pair(key)
    size = (modulus.bit_length() + 7) // 8
    if not 2048 <= modulus.bit_length() <= 8192 or not 2 < exponent < 2 ** 32 or exponent % 2 == 0 or modulus % 2 == 0:
        return False
    info = bytes.fromhex("30%02x300d0609%s0500" % (17 + len(digest_), next(name for name, one in HASHES.items() if one == hash_))) + bytes([4, len(digest_)]) + digest_
    wanted = b"\0\1" + b"\xff" * (size - len(info) - 3) + b"\0" + info
    number_ = int.from_bytes(signature, "big")
    return len(signature) == size and number_ < modulus and pow(number_, exponent, modulus).to_bytes(size, "big") == wanted


def by_curve(digest_, signature, key, name):
    """FIPS 186-4, section 6.4."""
    if name not in CURVES:
        return False
    prime, order, b, *base = CURVES[name]
    size = (prime.bit_length() + 7) // 8
    x, y = int.from_bytes(key[1:1 + size], "big"), int.from_bytes(key[1 + size:], "big")
    r, s = pair(signature)
    if key[:1] != b"\x04" or len(key) != 1 + 2 * size or x >= prime or y >= prime or (y * y - x ** 3 + 3 * x - b) % prime or not (0 < r < order and 0 < s < order):
        return False

    def add(one, two):
        if one is None or two is None:
            return two if one is None else one
        if one[0] == two[0] and (one[1] + two[1]) % prime == 0:
            return None
        slope = (3 * one[0] ** 2 - 3) * pow(2 * one[1], -1, prime) if one == two else (two[1] - one[1]) * pow(two[0] - one[0], -1, prime)
        third = (slope ** 2 - one[0] - two[0]) % prime
        return third, (slope * (one[0] - third) - one[1]) % prime

    def times(factor, point):
        sum_ = None
        for bit in bin(factor)[2:]:
            sum_ = add(sum_, sum_)
            sum_ = add(sum_, point) if bit == "1" else sum_
        return sum_
    said = int.from_bytes(digest_, "big") >> max(0, 8 * len(digest_) - order.bit_length())
    turned = pow(s, -1, order)
    point = add(times(said * turned % order, tuple(base)), times(r * turned % order, (x, y)))
    return point is not None and point[0] % order == r


def stamped_by(name, token, note):
    """Who stamped a checkpoint, and when; a stamp that is none of it, or was not signed, is named."""
    try:
        stamp = signed_stamp(token)
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, UnicodeDecodeError):
        stamp = "its signature cannot be verified"
    if is_text(stamp):
        raise NotWhole("%s: %s" % (name, stamp))
    if stamp["imprint"] != hashlib.sha256(note.encode("utf-8")).digest():
        raise NotWhole("%s stamps something else than its checkpoint" % name)
    return stamp


INSIDE = ("body", "items", "columns", "rows", "cells", "actions", "card")


def words_of(value):
    """What stands on a card, in its order: texts, what can be filled in, and buttons."""
    if isinstance(value, list):
        return [line for one in value for line in words_of(one)]
    if not isinstance(value, dict):
        return []
    kind, title, said = value.get("type"), value.get("title"), []
    if kind == "RichTextBlock" and isinstance(value.get("inlines"), list):
        said.append("".join(texts_in(value["inlines"], "text")))
    else:
        said += [one for one in (value.get("text"), value.get("label")) if is_text(one)]
        if is_text(kind) and kind.startswith("Action.") and is_text(title):
            said.append("[ %s ]" % title)
    said = [one for one in said if one != ""] + ["○ " + one for one in texts_in(value.get("choices"), "title")]
    if is_text(value.get("value")) and "label" in value:
        said.append("→ " + value["value"])
    said += ["%s: %s" % (one.get("title"), one.get("value")) for one in lists(value.get("facts")) if isinstance(one, dict)]
    return said + [line for name, member in value.items() if name in INSIDE for line in words_of(member)]


def texts_in(value, name):
    return [one[name] for one in lists(value) if isinstance(one, dict) and is_text(one.get(name))]


def card_in_words(story, digest_, line):
    lines = "".join("<li>%s</li>" % escaped(one) for one in words_of(json.loads(line)["card"]))
    return '<h2 id="%s">%s</h2>\n<ul>%s</ul>\n<p class="code">%s</p>\n' % (digest_, escaped("%s · %s" % (story["reference"], story["system"])), lines, digest_)


def check_cards(kind, stories, names, read):
    """The cards that the records say were shown, each in its place; gone only where somebody was erased."""
    for at_ in range(0, len(stories), 500):
        page = "%s-%03d" % (kind, at_ // 500 + 1)
        exact, readable = [next((one for one in ("kaarten/%s.%s" % (page, form), "cards/%s.%s" % (page, form)) if one in names), None) for form in ("ndjson", "html")]
        name, some = exact or page + ".ndjson", stories[at_:at_ + 500]
        found = [(hashlib.sha256(line).hexdigest(), line.decode("utf-8")) for line in (read(exact).split(b"\n")[:-1] if exact else [])]
        known = set().union(*(story["shown"] for story in some))
        if any(digest_ not in known for digest_, _ in found):
            raise NotWhole("%s holds a card that no record of its duties knows" % name)
        told, next_ = [], 0
        for story in some:
            for digest_, seq in story["shown"].items():
                if next_ < len(found) and found[next_][0] == digest_:
                    told.append(card_in_words(story, digest_, found[next_][1]))
                    next_ += 1
                elif not story["erased"]:
                    raise NotWhole("%s lacks the card of record %d of duty %s, or has it elsewhere" % (name, seq, story["id"]))
        if next_ < len(found):
            raise NotWhole("%s has its cards in another order" % name)
        page_text = read(readable).decode("utf-8") if readable else ""
        above = re.match('.*?<body><main><h1>[^<]*</h1>\n<p class="plain">[^<]*</p>', page_text, re.S)
        if page_text[above.end() if above else 0:] != ("".join(told) + "\n</main></body></html>\n" if found or readable else ""):
            raise NotWhole("%s says of its cards something else than they do" % (readable or page + ".html"))


def check_figures(lines, names, read):
    """What the dossier says is what its records and its log say (V8 and V9)."""
    told = [parse(line.decode("utf-8")) for line in lines if line]
    manifest, chains = told[-1], {}
    for record in told[:-1]:
        chains.setdefault(record["dutyId"], []).append(record)
    only = manifest["extent"].get("kind")
    stories = [story for story in (story_of(chain, manifest["asOf"]) for chain in chains.values()) if story and only in (None, story["kind"])]
    kinds = {}
    for story in stories:
        kinds.setdefault(story["kind"], []).append(story)
    population = population_of(manifest, chains)
    table = next((name for name in ("csv/dekking.csv", "csv/coverage.csv") if name in names), None)
    if table is None:
        raise NotWhole("there is no table of coverage")
    check_coverage(read(table), {kind: sums_of(some) for kind, some in kinds.items()}, population, only)
    check_tables(stories, names, read)
    report = next((name for name in ("rapport.html", "report.html") if name in names), None)
    if report is None:
        raise NotWhole("there is no report")
    page = read(report).decode("utf-8")
    removed = sum("removed" in one for one in manifest.get("log", {"statements": []})["statements"])
    if not any(line % removed + "</p>" in page for line in GONE):
        raise NotWhole("the report counts otherwise than the log what was taken away")
    sections = re.findall('<section data-kind="([^"]*)">(.*?)</section>', page, re.S)
    if sorted(kind for kind, _ in sections) != sorted(escaped(kind) for kind in kinds) or page.count("<section") != len(sections):
        raise NotWhole("the report has other kinds than the records")
    pages = {"%s-%03d.html" % (kind, at_ + 1) for kind, some in kinds.items() for at_ in range((len(some) + 499) // 500)}
    for name in names:
        told = re.fullmatch("(?:plichten|duties|kaarten|cards)/(.*)[.](?:html|ndjson)", name)
        if told and told.group(1) + ".html" not in pages:
            raise NotWhole("%s tells of duties that the records do not have" % name)
    for kind, part in sections:
        asked = check_pages(kind, kinds[kind], names, read)
        check_section(kind, part, kinds[kind], population, asked)
    for kind, some in kinds.items():
        check_cards(kind, some, names, read)
    return check_beside(stories, manifest, names, read)


KIND = "[a-z]+(?:-[a-z]+)*"
FILES = re.compile("|".join((
    r"(?:LEESMIJ|README)\.txt", r"(?:rapport|report)\.(?:html|pdf)", r"(?:plichten|duties)/%s-\d{3,6}\.html" % KIND,
    r"(?:kaarten|cards)/%s-\d{3,6}\.(?:html|ndjson)" % KIND, r"csv/%s\.csv" % KIND, r"(?:bijlagen|attachments)/[0-9a-f]{64}(?:\.[a-z0-9]{1,8})?",
    r"(?:getuigen|witnesses)/(?:controlepunt|checkpoint|waar|where)\.txt", r"(?:getuigen|witnesses)/\d{1,15}\.tst",
    r"controleer\.(?:html|py)", r"(?:records|log)\.ndjson", r"checkpoints\.txt", r"manifest\.json")), re.ASCII)


def check_names(names, links):
    """Nothing else lies in a dossier, nor leads out of it."""
    for at_, name in enumerate(names):
        if name in names[:at_]:
            raise NotWhole("%s stands twice in the archive" % name)
        if not FILES.fullmatch(name) or name in links:
            raise NotWhole("%s is no file of a dossier" % name)


def check_files(names, read):
    """Every file of a dossier is there, and is what the manifest says."""
    try:
        written = read("manifest.json").decode("utf-8")
        manifest = parse(written)
    except (NotWhole, UnicodeDecodeError):
        raise NotWhole("manifest.json is no longer JSON")
    if jcs(manifest) != written or digest(without(manifest, "hash")) != manifest.get("hash"):
        raise NotWhole("manifest.json does not match its hash")
    listed = {one["name"]: one for one in manifest["files"]}
    for name in sorted(set(listed) | set(names) - {"manifest.json"}):
        if name not in listed:
            raise NotWhole("%s was added" % name)
        if name not in names:
            raise NotWhole("%s is missing" % name)
        content = read(name)
        if len(content) != listed[name]["bytes"] or hashlib.sha256(content).hexdigest() != listed[name]["sha256"]:
            raise NotWhole("%s was changed" % name)


ODD = "the archive is packed otherwise than its own list says"


def listed_in(file):
    """The files of a zip file by its list, which fits what lies before it byte by byte (APPNOTE 6.3, 4.3 and 4.4)."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - 22))
    end = file.read(22)
    if len(end) < 22 or end[:4] != b"PK\5\6":
        raise Unusable("it is no zip file that can be read")
    disk, of, here, count, length, start, comment = struct.unpack("<4H2IH", end[4:])
    if disk or of or comment or here != count or start + length != size - 22 or length > 2 ** 26:
        raise NotWhole(ODD)
    file.seek(start)
    entries, at_, content = [], 0, file.read(length)
    for _ in range(count):
        # Version, flags, method, time, check sum, sizes, lengths of name, extra and comment, disk, attributes, place.
        sign, *said, comment, disk, _, attributes, begin = struct.unpack("<4s2x3H4I2H3H2I", content[at_:at_ + 46])
        after = content[at_ + 46:at_ + 46 + said[7] + said[8]]
        at_ += 46 + said[7] + said[8]
        if sign != b"PK\1\2" or comment or disk or at_ > len(content) or not is_fit(said, after):
            raise NotWhole(ODD)
        entries.append((begin, said, after[:said[7]], attributes, placed(file, begin, said, after[:said[7]])))
    last = 0
    for begin, _, _, _, (_, end) in sorted(entries, key=lambda one: one[0]):
        if begin != last:
            raise NotWhole(ODD)
        last = end
    if at_ != length or last != start:
        raise NotWhole(ODD)
    return [(name.decode("utf-8"), said, attributes, place[0]) for _, said, name, attributes, place in entries]


def is_fit(said, after):
    """Whether what is said of a file is of the kind that a dossier has: no encryption, no 64 bits, no second name."""
    needed, flags, method, *_, name, extra = said
    at_ = name
    while at_ + 4 <= len(after):
        kind, length = struct.unpack("<2H", after[at_:at_ + 4])
        if kind in (0x0001, 0x7075, 0x9901):
            return False
        at_ += 4 + length
    return needed in (10, 20) and method in (0, 8) and not flags & ~0x080E and at_ == len(after) == name + extra


def placed(file, begin, said, name):
    """Where a file begins and ends; before it and, where its sizes follow, after it stands what the list says."""
    file.seek(begin)
    head = file.read(30)
    sign, *own = struct.unpack("<4s3H4I2H", head)
    after = file.read(own[7] + own[8])
    figures, is_folder = said[4:7], name[-1:] == b"/"
    if sign != b"PK\3\4" or not is_fit(own, after) or own[:4] != said[:4] or after[:own[7]] != name:
        raise NotWhole(ODD)
    if ((said[2] == 0 or is_folder) and said[5] != said[6]) or (is_folder and said[6]):
        raise NotWhole(ODD)
    start = begin + 30 + len(after)
    if not said[1] & 8:
        if own[4:7] != figures:
            raise NotWhole(ODD)
        return start, start + said[5]
    file.seek(start + said[5])
    follows = file.read(16)
    skip = 4 if len(follows) == 16 and follows[:4] == b"PK\7\x08" else 0
    if own[4:7] not in (figures, [0, 0, 0]) or list(struct.unpack("<3I", follows[skip:skip + 12])) != figures:
        raise NotWhole(ODD)
    return start, start + said[5] + skip + 12


def unpacked(file, name, said, start):
    file.seek(start)
    content = file.read(said[5])
    try:
        if said[2] == 8:
            # No more than it says, whatever it unpacks to.
            packing = zlib.decompressobj(-15)
            content = packing.decompress(content, said[6] + 1)
            if not packing.eof or packing.unused_data:
                raise NotWhole("%s was changed" % name)
    except zlib.error:
        raise NotWhole("%s was changed" % name)
    if len(content) != said[6] or zlib.crc32(content) != said[4]:
        raise NotWhole("%s was changed" % name)
    return content


def check(path, notes):
    if os.path.isdir(path):
        names = [os.path.relpath(os.path.join(at_, n), path).replace(os.sep, "/") for at_, _, ns in os.walk(path) for n in ns]
        links = [name for name in names if os.path.islink(os.path.join(path, name))]
        read = lambda name: open(os.path.join(path, name), "rb").read()
    elif open(path, "rb").read(4) == b"PK\3\4":
        file = open(path, "rb")
        try:
            listed_ = listed_in(file)
        except (struct.error, UnicodeDecodeError):
            raise NotWhole(ODD)
        files = {name: (said, start) for name, said, _, start in listed_}
        names, links = [one[0] for one in listed_ if one[0][-1:] != "/"], [one[0] for one in listed_ if one[2] >> 28 == 0xA]
        read = lambda name: unpacked(file, name, *files[name])
    else:
        content = open(path, "rb").read()
        if zipfile.is_zipfile(path):
            raise Unusable("something stands before the archive")
        # Saved again by Windows it says the same: its mark and its line ends are no part of a line.
        lines = content[3:] if content[:3] == b"\xef\xbb\xbf" else content
        return check_records([line[:-1] if line[-1:] == b"\r" else line for line in lines.split(b"\n")], notes)
    check_names(names, links)
    if "manifest.json" not in names or "records.ndjson" not in names:
        raise Unusable("there is no manifest.json or no records.ndjson")
    check_files(names, read)
    whole = check_records(read("records.ndjson").split(b"\n"), notes)
    try:
        stamps = check_figures(read("records.ndjson").split(b"\n"), names, read)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, csv.Error) as fault:
        raise NotWhole("what it says cannot be held against its records: %s" % fault)
    return whole + "".join(STAMPED % (one["at"], told_name(one["authority"]), one["certificate"]) for one in stamps)


# Whose certificate it is, nothing in the file can tell.
STAMPED = ". Stamped at %s by %s, whose certificate has the SHA-256 %s: whether that is the one of this authority, you judge"


def told_name(name):
    return "“%s”" % "".join(one if one.isprintable() else "?" for one in name[:80])


def main(args):
    path = args[0] if args else os.path.dirname(os.path.abspath(__file__))
    try:
        notes = [read_held(note) for note in args[1:]]
        print("Whole: " + check(path, notes) + ".")
        return 0
    except NotWhole as fault:
        print("Not whole: %s." % fault)
        return 1
    except (Unusable, OSError, KeyError, TypeError, ValueError, AttributeError, zipfile.BadZipFile, zipfile.error) as fault:
        print("Cannot be used: %s." % fault)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
