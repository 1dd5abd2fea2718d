import type { Statements } from '../../sentences/kind.ts';

type Outcome = 'understood' | 'remark' | 'unclear' | 'not-my-role';

/** What people type to answer it. */
export const readAgreementSentences: Statements<Outcome> = {
  called: 'overeenkomst, verwerkersovereenkomst, contract, agreement',
  matter:
    'document, stuk, voorwaarden, terms, versie, version, bijlage, bijlagen, appendix, tekst, text, dpa',
  words: {
    done: 'gelezen, doorgelezen, doorgenomen, volledig gelezen, helemaal gelezen, gelezen hebben, read, read through, have read, went through, gone through',
    strong:
      'begrepen, begrijp het, begrijp hem, begrijp alles, begrijp de inhoud, begrijp de overeenkomst, snap het, snap hem, snap alles, snap de inhoud, snap de overeenkomst, kan me erin vinden, kan mij erin vinden, understand it, understand everything, understand all of it, understand the content, understand the agreement, duidelijk, helder, goedgekeurd, geaccepteerd, approved, volkomen duidelijk, akkoord, eens, ermee eens, ga akkoord, ik ga akkoord, wij gaan akkoord, understood, clear, all clear, agreed, agree, i agree, we agree, accepted, comprehended',
    works: '',
    good: '',
    entire: '',
    trouble: 'onduidelijkheden, ambiguities',
    worry:
      'vraag, vragen, opmerking, opmerkingen, bezwaar, bezwaren, question, questions, remarks, comments, objections',
    bad: 'onduidelijk, vaag, verwarrend, oneens, niet mee eens, niet kan vinden, niet in vinden, niet duidelijk, niet helder, not clear, onacceptabel, unclear, vague, confusing, disagree, disagreed, ambiguous, unacceptable, niet te volgen, onbegrijpelijk, incomprehensible',
    denied:
      'begrijp, begrijpen, snap, snappen, understand, accept, instemmen, klopt, kloppen, correct, juist, follow, volgen',
  },
  yes: { outcome: 'understood', afterDone: true },
  no: { outcome: 'unclear' },
  outright: {
    'not-my-role':
      'niet mijn rol, niet mijn taak, moet de jurist, moet de directie, not my role, not my job, not for me to sign, not up to me, niet aan mij, is voor de jurist, iets voor de jurist, for legal, for our lawyer, for the lawyer, for our legal, voor juridische zaken, niet mijn verantwoordelijkheid, not my responsibility, hier ga ik niet over, daar ga ik niet over, ga ik niet over, legal should read, legal has to read',
  },
};
