import assert from 'node:assert/strict';
import { readRequest } from '../../bot/sentences/requests/requests.ts';
import { tokensOf } from '../../bot/sentences/tokens.ts';
import { findReferences } from '../../bot/sentences/references.ts';
import { blindRequests } from './blind-sayings.ts';
import { heldBackRequests } from './held-back-sayings.ts';
import { labelledRequests } from './labelled-sayings.ts';
import { duties, sayingsIn } from './reading.ts';
import { workplaceRequests } from './workplace-sayings.ts';

const today = '2026-11-23';
const open = Object.values(duties).slice(0, 1);
const named = (text: string) => findReferences(tokensOf(text), open, new Set()).tokens;

/** What people ask for, in both languages and in several ways. */
const asked: Readonly<Record<string, string>> = {
  'my-duties': `
    wat moet ik doen
    wat moet ik nog doen?
    wat staat er open
    wat staat er nog voor me open?
    heb ik nog iets te doen?
    what do I have to do
    what's open for me?
    show me my duties
    is there anything for me?
    what is left to do`,
  who: `
    wie ben je
    wie ben jij eigenlijk?
    who are you
    what are you?
    ben je een bot?`,
  'my-answer': `
    wat heb ik geantwoord
    wat heb ik vorige keer geantwoord
    wat heb ik op CHG-4711 geantwoord?
    what did I answer
    what did I answer last time
    what did I say to CHG-4711?
    wat was mijn antwoord op CHG-4711`,
  'what-became': `
    wat is er met mijn antwoord gebeurd
    wat is ervan geworden
    wat is er van mijn melding geworden?
    hoe staat het met mijn bevinding?
    what became of it
    what happened with my answer
    what became of my report?
    is er al iets met mijn antwoord gedaan?`,
  'why-me': `
    waarom krijg ik dit
    waarom krijg ik dit bericht?
    why do I get this
    why me?
    waarom ik?
    why am I getting this?`,
  'hand-over': `
    geef dit aan een collega
    draag dit over aan Bram
    kan Bram dit doen?
    hand this to a colleague
    hand this over to Bram
    can someone else do this?
    laat Bram dit maar doen
    dit is niet voor mij`,
  absence: `
    ik ben afwezig tot 14 december
    ik ben weg tot 14 december
    ik ben tot en met 14 december weg
    ik ben er niet tot maandag
    ik ga op vakantie tot 3 januari
    ik ben met vakantie t/m 14-12
    vanaf morgen ben ik weg tot 14 december
    I am away until 14 December
    I'm away until Monday
    I'm out of office until 14 December
    I'm on leave until January 3
    I will be away until next week
    ik ben er pas maandag weer
    ik ben 14 december terug
    I'll be back on 14 December
    ik ben ziek
    volgende week ben ik er niet
    vrijdag ben ik er niet
    morgen werk ik niet
    ik ben vrij tot volgende week
    I am ill
    I am sick today
    I am on holiday from tomorrow until 5 January`,
  returned: `
    ik ben er weer
    Ik ben er weer!
    ik ben terug
    ik ben weer terug
    ik ben terug van vakantie
    I am back
    I'm back
    I'm back at work
    I am back from holiday
    ik ben weer beter
    ik ben weer aan het werk`,
  contact: `
    ik wil een mens
    ik wil een mens spreken
    I want a person
    I want to talk to a human
    kan ik met iemand praten?
    wie kan mij helpen?
    can I speak to someone?
    geef me een mens`,
  thanks: `
    bedankt
    dankjewel
    thanks
    thank you
    dank je wel!
    top, bedankt`,
  anger: `
    wat een waardeloze bot
    dit is belachelijk
    this is ridiculous
    rotbot
    I hate this
    ik word hier gek van
    stomme bot`,
  thumb: `
    👍
    👌`,
};

/** Until when somebody is away: the first day back. */
const days: readonly (readonly [string, string | undefined])[] = [
  ['ik ben weg tot 14 december', '2026-12-14'],
  ['ik ben tot en met 14 december weg', '2026-12-15'],
  ['ik ga op vakantie tot 3 januari', '2027-01-03'],
  ['I am away until 14 December', '2026-12-14'],
  ['I am out of office until Monday', '2026-11-30'],
  ['ik ben 14 december terug', '2026-12-14'],
  ['ik ben er pas maandag weer', '2026-11-30'],
  ['I will be back on 14 December', '2026-12-14'],
  ['ik ben ziek', undefined],
  ['ik ben vrij tot volgende week', '2026-11-30'],
  // When it begins is not until when it lasts.
  ['ik ben er volgende week niet', undefined],
  ['I am on holiday next week', undefined],
  ['ik ben vrijdag afwezig', undefined],
];

describe('what somebody asks for in chat', () => {
  for (const [name, said] of [
    ...Object.entries(workplaceRequests),
    ...Object.entries(heldBackRequests),
    ...Object.entries(labelledRequests),
    ...Object.entries(blindRequests),
  ])
    it(`${name} is understood as people put it at work`, () => {
      const missed = sayingsIn(said).filter(
        (text) => readRequest(named(text), today)?.type !== name,
      );
      assert.deepEqual(missed, []);
    });

  it('tells to whom a duty is to go, where somebody is named', () => {
    const receivers = [
      'geef dit aan Eva de Boer',
      'laat Eva dit doen',
      'can Eva do this',
      'dit moet Eva doen',
      'kun je dit aan Eva vragen?',
      'dit is niet voor mij',
    ]
      .map((text) => readRequest(tokensOf(text), today))
      .map((request) => (request?.type === 'hand-over' ? request.to : 'no hand-over'));

    assert.deepEqual(receivers, ['Eva de Boer', 'Eva', 'Eva', 'Eva', 'Eva', undefined]);
  });

  for (const [name, said] of Object.entries(asked))
    it(`${name} is understood in both languages`, () => {
      const missed = sayingsIn(said).filter(
        (text) => readRequest(tokensOf(text), today)?.type !== name,
      );
      assert.deepEqual(missed, []);
    });

  it('tells until when somebody is away, or that no day was said', () => {
    const read = days.map(([text]) => {
      const request = readRequest(tokensOf(text), today);
      return [text, request?.type === 'absence' ? request.back : 'no absence'];
    });
    assert.deepEqual(read, days);
  });

  it('is not asked by who answers a duty', () => {
    const answers = [
      'CHG-4711 getest, werkt',
      'het probleem is terug',
      'the error is back',
      'het werkt niet',
      'het komt steeds terug',
      'ik ben er niet zeker van',
      'ik ben er niet blij mee',
      'dit hoort niet zo',
    ];
    const taken = answers.filter((text) => readRequest(tokensOf(text), today) !== undefined);
    assert.deepEqual(taken, []);
  });
});
