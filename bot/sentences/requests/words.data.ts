import { of } from './form.ts';

/** What can be asked about data that is to go out. */
export const sendData = of(['ik moet gegevens sturen'], {
  en: ['I have to send data'],
  said: [
    'ik|we|wij moet|moeten|wil|willen … sturen|versturen|mailen|verzenden|delen|opsturen|aanleveren …',
    'ik|we|wij moet|moeten|wil|willen|ga|gaan … [a-z]*bestand|[a-z]*bestanden|[a-z]*gegevens|[a-z]*lijst|[a-z]*lijsten|[a-z]*document|[a-z]*documenten|data … sturen|versturen|mailen|verzenden|delen|opsturen|aanleveren|doorsturen|doorgeven …',
    'hoe kan|moet|mag|verstuur|deel ik|we|wij … sturen|versturen|mailen|verzenden|delen|opsturen|aanleveren …',
    'hoe kan|moet|mag … [a-z]*bestand|[a-z]*bestanden|[a-z]*gegevens|[a-z]*lijst|data … versturen|verzenden|delen|sturen|mailen …',
    'want_to|wanna|need_to|have_to|got_to share|send|mail|email|transfer …',
    'i|we want|wish|would_like to send|share|mail|email|transfer …',
    'moet … gegevens|bestand|bestanden|data|document|documenten|lijst … sturen|versturen|mailen …',
    'gegevens|bestand|bestanden|data sturen|versturen|verzenden',
    'hoe stuur|verstuur|mail|deel ik … gegevens|bestand|bestanden|data|document|documenten|lijst …',
    'i|we have_to|need_to|must|want_to|am_going_to send|share|mail|email|transfer …',
    'have_to|need_to send|share|mail|transfer …',
    'send data|a_file|files',
    'how do|can i send|share|mail … data|file|files|document|list …',
  ],
});
