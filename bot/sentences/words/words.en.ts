import type { Phrases } from './words.ts';

/** English, plain. What an apostrophe shortened is whole here: "do not", "it is". */
export const englishWords: Phrases = {
  filler:
    'the, there, hereby, so, my, our, a, an, just to confirm, to confirm, in short, conclusion, result, verdict, outcome, status, as far as i am concerned, as far as we are concerned, for my part, by me, by us, for us, for us here, on our side, on our end, at our end',
  hello:
    'hi, hello, hey, dear, good morning, good afternoon, good evening, hi team, hello team, dear team, hi all, hello all, dear all, hi there, dear colleagues, hi colleagues, dear helpdesk, dear support, dear sir, dear madam, madam, dear sir or madam, hi everyone, hello everyone',
  bye: 'regards, kind regards, best regards, best wishes, warm regards, greetings, cheers, have a nice day, have a good day, sincerely, yours sincerely, kr, br',
  thanks:
    'thanks, thank you, thx, many thanks, thanks a lot, thank you very much, thanks in advance, thanks for the help, thank you for the help, thanks for your help, thank you for your help, thanks for the quick help, thanks for the quick fix, thank you for the quick fix, thanks for fixing it',
  praise: 'great, super, nice, excellent, lovely, wonderful',
  impression:
    'we are happy with it, i am happy with it, happy with it, looks good, looks fine, looks great, looking good, look good, look fine, looks ok',
  closing:
    'you can close it, you can close this, you may close it, you may close this, can be closed, may be closed, please close it, please close this, please close, feel free to close',
  assent: 'yes, yep, yeah yes, yup, yes indeed',
  degree:
    'now, again, very, really, simply, just, also, too, well again, as expected, as it should, as they should, as intended, as designed, as agreed, as planned, like a charm, like clockwork, like it should, truly, myself',
  wholly: 'fully, completely, entirely, totally, in full, in its entirety, thoroughly',
  time: 'today, this morning, this afternoon, this evening, yesterday, just now, this week, last week',
  all: 'everything, all functions, all, all of it, all of them, both, both of them, the whole, whole, entire, every step, every line, every check, each step, the entire',
  it: 'it, this',
  that: 'that',
  matter:
    'test, tests, check, checks, steps, items, points, checklist, list, testing, test cases, test run, process, processes',
  me: 'i, we',
  have: 'have, has',
  be: 'is, are, am, been, has been, have been, went, turned out, is running, are running',
  moves: 'goes, runs, run',
  works:
    'does what it should, does what it has to, works, work, working, functions, is working, are working, is functioning, functioning, works well, work well',
  entire: 'succeeded',
  good: 'good, ok, okay, fine, correct, perfect, well, great, smoothly, correctly, properly, perfectly, lgtm',
  strong:
    'in order, approved, accepted, passed, passed all tests, passed all checks, passed every test, passed the test, passed the tests, agreed, signed off, successful, successfully, a success, was successful, were successful, was a success, successfully tested, successfully completed, checks out, all green, flawless, flawlessly, without a hitch, as it should be, in good order, i agree, we agree, i approve, we approve, good to go, ready to go, ready for production, can go live, may go live, can go ahead, may go ahead, all clear, tickety boo, spot on, up to standard, meets expectations, meets our expectations, test succeeded, tests succeeded',
  done: 'tested, checked, verified, reviewed, went through, gone through, been through, gone over, went over, validated, tried, ran, looked at, looked through, walked through, executed, confirmed, completed the test, finished testing, done testing, are done, double checked, inspected, logged in, signed in, completed, ran through, run through, test driven, put through its paces',
  none: 'did not find any, do not find any, could not find any, have not found any, did not see any, do not see any, have not seen any, did not encounter any, have not encountered any, did not notice any, have not noticed any, did not come across any, did not have any, no, no more, not a single, not any, nothing, zero, without, without any, nobody, no one, none, none of, not one of',
  trouble:
    'findings, finding, anomalies, anomaly, strange, odd, unusual, unexpected, error, errors, error message, error messages, bug, bugs, deviations, deviation, defect, defects, differences, difference, discrepancies, discrepancy, faults, fault, failures, failure, mistakes, mistake, wrong, wrong with it, amiss, glitches, irregularities, out of order, missing',
  worry:
    'problem, problems, issue, issues, remarks, remark, comments, comment, questions, question, objections, objection, complaints, concerns, particulars, to report, trouble',
  found:
    'see, saw, found, seen, encountered, noticed, detected, observed, spotted, discovered, anymore, any more, any longer, remaining, at all, whatsoever, found at all, came up, occurred, arose, left',
  gone: 'nothing to report, nothing else to report, does not occur anymore, does not occur any more, no longer occurs, do not occur anymore, does not happen anymore, does not happen any more, no longer happens, has not come back since, do not happen anymore, not occurring anymore, does not appear anymore, no longer appears',
  confirm:
    'i confirm that, i hereby confirm that, i can confirm that, i can confirm, i confirm, i hereby confirm, we can confirm that, we confirm that, this is to confirm that, the test shows that, the measurement shows that, the measurements show that, measurement shows, measurements show, i am pleased to confirm that, hereby i confirm that',
  went: 'went well, went fine, went smoothly, went perfectly, went great, went without a hitch, went without problems, went as expected, went as planned',
  consent:
    'i agree with, we agree with, agree with, agree to, i agree to, i approve of, approval for, approval of, signed off on, sign off on',
  during:
    'during testing, during the test, during the tests, during my test, during my tests, during our tests, during the check, during checking, while testing, while checking, in testing, in the test, in the tests, in my test, in my tests, in our tests, in the check, when testing, when checking, test result, test results',
  and: 'and, as well as, so does, so do',
  not: 'can not say that, could not say that, would not say that, would not say, would not call, not, never, nowhere, nope, nah, neither, nor, hardly, barely, scarcely, no longer, not any longer, unable to, far from, anything but, impossible, will not, would not, does not want to',
  bad: 'broken, fails, fail, failed, failing, crashes, crash, crashed, crashing, stuck, hangs, hang, freezes, frozen, rejected, down, incorrect, incorrectly, unusable, useless, buggy, inaccurate, invalid, mess, disaster, duplicated, not for me, not here, bad, badly, worse, malfunctions, refuses, times out, timed out, blocked, blocking, unsuccessful, unsuccessfully, messed up, broke, breaks, nothing happens, does not do anything, do not do anything, does not do a thing, does nothing, blank screen, blank page, empty page, stays blank, stays empty, remains blank, timeout, not possible, nok, not approve, can not accept, do not accept, no approval, goes wrong, going wrong, went wrong',
  denied:
    'log in, sign in, open, opens, start, starts, succeed, occur, possible, usable, function, finish, finishes, respond, responds, connect, connects, save, saves, print, load, loads, proceed, success, pass, opened',
  cured: 'solved, resolved, fixed, gone, disappeared',
  can: 'can, able, able to',
  still: 'still, keeps, keep, remains',
  unable:
    'never used, do not use, can not judge, can not tell, can not say, can not assess, can not verify, unable to judge, unable to tell, unable to assess, unable to test, unable to verify, not able to judge, not able to test, not able to tell, could not test, could not check, could not verify, can not test, can not check, do not know, no idea, no access, no rights, no permission, no permissions, no time, not in a position to, hard to say, not for me to judge, not been able to test, not been able to check, not been able to verify, not been able to look, not able to check, unable to check, not had time, not had the time',
  ask: 'is not it, does not it, is not this, does not this, is not that, are not they, did not it, has not it, who, what, where, why, how, which, whose, question is, wondering, i wonder, right then, do i, do we, should i, shall i, can i, may i, must i, am i',
  you: 'you, your, yours, u',
  plan: 'will, would, shall, should, might, may, must, going to, tomorrow, tonight, later, soon, next week, next month, monday, tuesday, wednesday, thursday, friday, saturday, sunday, weekend, plan, planning, planned, intend, about to, to do, to be, to follow, follows, testing now, want, let me, let us, promise',
  if: 'if, once, unless, when, whether, provided, as long as, assuming, in case, as soon as, or, until, suppose',
  hearsay:
    'according, says, say, said, told, tells, tell, claims, claimed, reports, reported, heard, writes, wrote, colleague, colleagues, manager, vendor, supplier, provider, apparently, reportedly, they say, by bram, thinks, believes, assured',
  doubt:
    'think, thought, guess, seems, seem, seemingly, looks, look, maybe, perhaps, probably, possibly, likely, presumably, hope, hopefully, believe, suppose, assume, assumed, feels, feel, appears, appear, doubt, unsure, not sure, sure, allegedly, supposedly, supposed, could, suspect, expect, imagine, ought, yeah',
  past: 'worked, was, were, before, previously, earlier, formerly, used to, previous, last time, better, than, as well as before, ago, had, did, back then, until now, until recently',
  some: 'partly, partially, mostly, half of the, half of, most of the, most of, some of the, some of, part of the, few of the, many of the, most, half, largely, mainly, sometimes, often, usually, occasionally, some, few, a few, part, only, except, apart from, other than, aside from, so far, up to now, for now, for the moment, at the moment, temporarily, provisionally, almost, nearly, practically, virtually, about, roughly, somewhat, more or less, pretty much, kind of, sort of, rest, remainder, yet, already, just about, is there, are there, in principle, basically, quite, rather, fairly',
  but: 'but, however, though, although, despite, except that, unfortunately, still though, albeit, nevertheless, sadly',
};
