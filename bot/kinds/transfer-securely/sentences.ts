import type { Statements } from '../../sentences/kind.ts';

type Outcome = 'secure' | 'doubt' | 'already-sent';

/** What people type to answer it. */
export const transferSecurelySentences: Statements<Outcome> = {
  called: 'overdracht, transfer',
  matter:
    'bestand, bestanden, gegevens, data, file, files, export, document, documenten, documents',
  words: {
    strong:
      'beveiligde omgeving, veilige omgeving, beveiligde verbinding, beveiligde link, veilige link, beveiligd kanaal, secure environment, secure connection, secure link, secure channel, secure upload, secure transfer, via het portaal, via portaal, via ons portaal, in het portaal, naar het portaal, met het portaal, via the portal, through the portal, in the portal, to the portal, veilig, beveiligd, beveiligde, versleuteld, versleutelde, beveiligde portaal, veilige portaal, het beveiligde portaal, beveiligde mail, veilige mail, beveiligde e-mail, sftp, secure, securely, encrypted, secure portal, secure mail, secure email, secure e-mail, secured, encrypted file, encrypted mail, versleuteld bestand, versleutelde mail',
    works: '',
    good: '',
    entire: '',
    done: '',
    moves: '',
    be: 'is, zijn, ik gebruik, we gebruiken, wij gebruiken, gebruikt, ik gebruikte, i use, i used, we use, we used, are, has been, have been, been, gaat, gaan, goes, go, gegaan, is gegaan, went, ik stuur, ik verstuur, we sturen, wij sturen, i send, i sent, we send, we sent, i am sending, we are sending, ik stuur het, ik verstuur het, wij sturen het, we sturen het, i send it, i sent it, we send it, we sent it, i am sending it',
    with: '',
    filler:
      'de, er, hierbij, dus, mijn, onze, ons, via, over, met, per, door, in, the, our, my, a, an, via, over, through, by, with, using, as, een, to, naar',
    degree:
      'gewoon, ook, netjes, nu, inmiddels, zoals afgesproken, as agreed, now, also, wachtwoord per sms, wachtwoord via sms, wachtwoord telefonisch, wachtwoord apart, met wachtwoord apart, password by phone, password by text, password separately',
    sent: 'verstuurd, verzonden, gestuurd, gemaild, meegegeven, opgestuurd, geupload, aangeleverd, gedeeld, overgedragen, sent, mailed, emailed, uploaded, shared, transferred, delivered, went out, handed over, de deur uit, het huis uit, out the door, out of the door, verstuurde, mailde, doorgestuurd, forwarded',
    bad: 'onveilig, onbeveiligd, onbeveiligde, onversleuteld, insecure, insecurely, unsecured, unencrypted, unprotected, zonder versleuteling, zonder beveiliging, zonder encryptie, without encryption, without protection, zonder wachtwoord, without a password, gewone mail, gewone e-mail, gewoon per mail, gewoon per e-mail, gewoon via mail, gewoon via de mail, gewoon gemaild, normale mail, normale e-mail, regular mail, regular email, regular e-mail, ordinary mail, ordinary email, unencrypted mail, open mail, hotmail, dropbox, whatsapp, plain mail, plain email, gmail, wetransfer, usb-stick, verkeerde ontvanger, wrong recipient, wrong person, verkeerde persoon',
    denied: '',
    unable:
      'twijfel, ik twijfel, weet niet, weet ik niet, geen idee, niet zeker, niet helemaal zeker, doubt, in doubt, not sure, unsure, do not know, no idea, not certain',
    doubt:
      'denk, misschien, hopelijk, hoop, lijkt, waarschijnlijk, think, maybe, perhaps, hopefully, seems, probably, guess',
  },
  yes: { outcome: 'secure', spoken: true },
  no: { outcome: 'already-sent', onceSent: true },
  unable: { outcome: 'doubt' },
  facts: {
    route: {
      portal: 'portaal, portal',
      'secure-mail': 'beveiligde mail, veilige mail, beveiligde e-mail, secure mail, secure email',
      'encrypted-file':
        'versleuteld bestand, bestand is versleuteld, encrypted file, file is encrypted',
    },
  },
};
