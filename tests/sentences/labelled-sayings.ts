import type { ClearSayings } from './clear-sayings.ts';

/** What was written as somebody else may label it, without a look at the words that are known. */
export const labelledSayings: Readonly<Record<string, ClearSayings>> = {
  'verify-change': {
    yes: `
      akkoord, CHG-4711 kan door
      beide stappen gelukt
      inloggen lukt en de factuurrun draait netjes
      geen bijzonderheden
      geen bevindingen
      niks geks gezien, alles doet het
      goedemorgen ik heb vanochtend de nieuwe btw codes gecontroleerd en alles klopt
      getst en goedgekeurd
      aangemeld, factuurrun gedraaid, allebei goed
      heb hem goedgekeurd
      ziet er goed uit, getest en akkoord
      Inloggen: ok / factuurrun: ok
      1 inloggen ok 2 factuurrun ok
      alles tiptop
      change works, you can close it
      logging in works and so does the invoice run
      nothing to report, all fine
      CHG-4711 doet wat het moet doen
      klaar met testen, alles werkt
      kan bevestigen dat het werkt
      hierbij de bevestiging dat alles werkt
      de btw-codes kloppen en alles werkt
      geen gekke dingen tegengekomen, werkt prima
      Akkoord, geen bevindingen.
      testen verliepen zonder problemen
      ik geef akkoord
      controle gedaan, alles klopt
      we hebben hem getest en hij werkt
      hij doet het goed
      hij werkt prima
      I approve CHG-4711
      we are happy with it, everything works`,
    no: `
      kom niet meer in het systeem
      ik kom er niet in
      doet ut nie
      krijg de factuurrun nie aan de praat
      werkt helaas niet
      na de update doet de factuurrun het niet meer
      scherm blijft zwart
      I cannot approve this
      werkt bij ons niet
      inlogge lukt nie
      the invoice run never finishes`,
  },
  'confirm-restore': {
    yes: `
      steekproef gedaan, alles klopt
      we missen niets
      alles teruggevonden, niets weg
      geen verlies van gegevens
      terugzetten gelukt`,
    no: `
      de bestanden zijn er niet
      de map staat er niet`,
  },
  'verify-incident': {
    yes: `
      INC-3101 is gefikst
      incident kan dicht
      all working again
      no longer happening
      INC-3101 kan gesloten worden, opgelost
      geen storing meer
      werkt nu weer`,
    no: `
      it happened again`,
  },
  'read-agreement': {
    yes: `
      ik heb de overeenkomst gelezen en snap hem
      gelezen en goedgekeurd`,
    no: `
      niet duidelijk wat er met de gegevens gebeurt`,
  },
  'inform-staff': {
    yes: `
      vandaag aan iedereen verteld
      mail naar alle medewerkers gestuurd, iedereen geïnformeerd
      told the whole team
      iedereen heeft het gehoord
      all employees were told
      ik heb het aan iedereen verteld`,
    no: `
      is niet gebeurd`,
  },
  'transfer-securely': {
    yes: `
      via de beveiligde omgeving verzonden
      ik gebruik het beveiligde portaal`,
    no: `
      gewoon per mail verstuurd
      I sent it unencrypted
      het is al gewoon gemaild`,
  },
  'check-capacity': {
    yes: `
      genoeg op beide locaties
      sufficient in both Utrecht and Zwolle
      capacity is fine in Utrecht and Zwolle`,
    no: `
      we need more capacity`,
  },
};

/** What is asked, planned, said by others, or true of a part: never a yes. */
export const labelledBent: Readonly<Record<string, string>> = {
  'verify-change': `
    getest en goed, alleen de kleuren zijn anders dan voorheen
    goed, wel graag de knop terug op de oude plek
    in orde behoudens de voettekst
    works, one small thing: the date format changed
    works, just a bit slower than before
    hier kan ik niks mee
    zo kan ik geen akkoord geven
    great, another update that breaks the invoice run
    it works, said nobody ever
    de helft werkt
    vrijwel alles werkt
    voor zover ik heb gekeken werkt het
    half of it works
    everything but the invoice run works
    it works most of the time
    heb er nog niet naar gekeken
    niet getest wegens ziekte
    not tested yet
    can't test this, I have no permission
    wat moet ik precies testen
    wanneer is het goed genoeg
    hoezo werkt het
    what exactly do I have to test
    do I approve when login works
    why is everything ok in the list
    als het werkt laat ik het weten
    ik kijk er maandag naar
    eerst even koffie dan test ik het
    I'll look into it this afternoon
    about to test it
    Jan zegt dat het werkt
    het zal wel goed zijn
    ik heb er een goed gevoel bij
    oke dan
    dat zou mooi zijn als het werkt
    vorige week werkte het nog
    ik vertrouw erop dat het werkt
    werkt de leverancier hier ook aan
    het had moeten werken
    probably fine
    nice
    in test everything works
    I hope it works
    the team did good work
    prima op een typfout na
    deel getest, deel niet
    three out of four work
    ik heb het systeem niet
    werkt dit nu wel of niet
    klopt het dat inloggen nu anders is
    gaat dit over de btw codes
    what does works mean here
    vanmiddag test ik de factuurrun
    testing it later today
    schijnt te werken
    alles goed hier
    zonder fouten zou mooi zijn
    klinkt goed
    the vendor tested it
    wie weet werkt het
    best goed
    could be worse
    alles behalve goed
    werkt, maar het is wel traag
    works, but a bit slow
    inloggen is goed, de rest moet nog
    half tested
    niet getest
    did not test
    werkt alles nog
    goed zo?
    was het niet al goedgekeurd
    it works now, doesn't it
    ik ga ervan uit dat ik het morgen goedkeur
    wordt goedgekeurd na de lunch
    ok I will test and approve
    ik meen dat het werkt
    inderdaad
    mooi werk
    heel goed
    zonder test akkoord
    akkoord hoor
    het werkte gisteren prima
    op papier klopt alles
    sure
    just approve it
    used to work fine
    my boss says approved`,
  'confirm-restore': `
    de meeste bestanden zijn terug
    half hersteld
    most of it is back
    kan ik niet zien
    no way to check
    hoe controleer ik of alles er is
    what do I have to check
    will check whether all files are back
    ik neem aan dat de restore gelukt is
    herstel van de vorige keer was gelukt
    ze zeggen dat alles terug is`,
  'verify-incident': `
    het werkt weer maar wel langzaam
    mostly solved
    ik weet niet of het weg is
    is het al opgelost?
    is it fixed
    hou het nog even in de gaten
    zou opgelost moeten zijn
    they say it's solved
    opgelost zeggen ze`,
  'read-agreement': `
    gelezen en begrepen, wel staat er een oude naam in
    hier ga ik niet over
    this is for legal
    alleen de samenvatting gelezen
    heb jij het al gelezen
    do I have to read all of it
    will read it later
    ik denk dat het duidelijk is`,
  'inform-staff': `
    de helft weet het
    half the team has been told
    dat is niet mijn team
    I have no staff
    hoe informeer ik iedereen
    doe ik in het werkoverleg
    iedereen zou het moeten weten
    iedereen had het al moeten weten`,
  'transfer-securely': `
    unsure whether it is safe
    hoe verstuur ik dit veilig
    is email ok
    will send it via the portal
    it was sent`,
  'check-capacity': `
    krap
    just enough
    Utrecht genoeg, Zwolle krap
    geen meetgegevens
    wanneer is het voldoende
    is Zwolle ook voldoende
    will measure next week
    genoeg gepraat
    should be enough`,
};

export const labelledRequests: Readonly<Record<string, string>> = {
  'my-duties': `
    welke dingen moet ik nog afhandelen
    overzicht graag
    any tasks for me
    do you have anything for me today
    zijn er nog taken
    is anything waiting for me`,
  absence: `
    met zwangerschapsverlof tot maart
    vanaf maandag twee weken weg
    ik werk vrijdag niet
    ben er morgen niet
    tot en met vrijdag afwezig
    op cursus deze week
    away next week`,
  'why-me': `
    wie heeft mij hiervoor aangewezen
    waarom stuur je me dit`,
  later: `
    kan dit later
    straks
    can this wait until Monday
    doe ik later
    nu geen tijd`,
  help: `
    wat kan ik hier
    wat moet ik hier invullen
    hoe antwoord ik
    kun je me helpen`,
  language: `
    praat nederlands`,
  contact: `
    met wie kan ik hierover overleggen
    is er een telefoonnummer
    kan ik een collega van IT spreken`,
  'send-data': `
    hoe kan ik persoonsgegevens versturen
    want to share a file with the auditor
    ik moet een loonbestand doorsturen`,
  'hand-over': `
    can Eva take this over
    laat Eva dit beantwoorden
    dit is een vraag voor Eva`,
  'my-answer': `
    I answered wrong
    ik heb per ongeluk op werkt geklikt bij CHG-4650`,
  'show-duty': `
    waar vind ik CHG-4711
    haal CHG-4711 op`,
  due: `
    voor wanneer moet dit
    is er haast bij`,
};
