/** What is to be read first: what lies where, how it is verified, and what it proves. */
export const readmeTexts = {
  nl: (period: string) => `Dossier van ${period}

Open eerst rapport.html: het heeft geen netwerk nodig en is te printen.
In plichten/ staat het verhaal van elke plicht, in csv/ staan dezelfde gegevens als tabellen, in bijlagen/
wat mensen erbij bewaarden, elk bestand genoemd naar zijn SHA-256, en in kaarten/ wat mensen te zien kregen.

Nakijken kan zonder het product en zonder netwerk: open controleer.html in een browser en kies het
zipbestand, of met alleen Python 3:
  python3 controleer.py DOSSIER.zip [CONTROLEPUNT.txt of EERDER-DOSSIER.zip]

Wat het bewijst. Zonder getuige: het bestand is niet veranderd sinds het werd geschreven door iemand
die de hashes niet opnieuw berekende, en wie het maakte vond de opslag heel. Met een controlepunt dat
elders werd bewaard (het IT-kanaal): niets wat tot dat punt was vastgelegd, is sindsdien veranderd,
verwijderd of ingevoegd. Meer bewijst het niet. Het gaat om de bestanden. Wat het zipbestand
zelf over ze zegt moet kloppen; alleen hun volgorde, datums en kenmerken (welk programma ze inpakte) doen
er niet toe.
`,
  en: (period: string) => `Dossier of ${period}

Open report.html first: it needs no network and can be printed.
duties/ has the story of each duty, csv/ the same as tables, attachments/ what people kept with them, each
file named by its SHA-256, and cards/ what people were shown.

It can be verified without the product and without network: open controleer.html in a browser and
choose the zip file, or with Python 3 alone:
  python3 controleer.py DOSSIER.zip [CHECKPOINT.txt or EARLIER-DOSSIER.zip]

What it proves. Without a witness: the file has not been altered since it was written by anybody who did
not make the hashes anew, and whoever made it found the store whole. With a checkpoint that was held
elsewhere (the IT channel): nothing that was recorded up to that checkpoint has been changed, removed or
inserted since. It proves no more. It is about the files. What the zip file itself says of them has
to fit; only their order, dates and attributes (which program packed them) do not matter.
`,
};
