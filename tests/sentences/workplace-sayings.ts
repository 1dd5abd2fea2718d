import type { ClearSayings } from './clear-sayings.ts';

/** A second set, written down with its reading before it was tried: clear answers in ordinary workplace words. */
export const workplaceSayings: Readonly<Record<string, ClearSayings>> = {
  'verify-change': {
    yes: `
      Vanochtend de factuurrun gedraaid en inloggen geprobeerd, beide goed
      Ik heb de nieuwe btw-codes getest en ze kloppen
      CHG-4711 getest door mij, alles in orde bevonden
      getest in de acceptatieomgeving, werkt prima
      Wat mij betreft akkoord
      van mij mag het live, alles werkt
      Alles doet het weer
      De release werkt zoals verwacht
      beide processen getest, geen issues
      Vandaag getest met collega Bram, alles werkt
      Ik kan weer inloggen en de factuurrun loopt ook goed
      Ja, alles werkt
      testen zijn klaar en alles is goed
      alles nagelopen en goedgekeurd
      getest op 3 facturen, alles klopt
      4711 werkt
      wijziging werkt goed
      geen problemen, werkt gewoon
      Test uitgevoerd, resultaat: akkoord
      Hoi, ik heb het vanmorgen getest en het werkt. Groetjes Anna
      het is goed
      de wijziging is goed doorgevoerd en werkt
      inloggen ok, factuurrun ok, dus akkoord
      We tested it this morning, all good
      I ran the invoice run and logged in, both fine
      Change works as expected
      tested and approved
      Yes, everything works
      All checks passed
      I tested the new VAT codes and they work
      no issues found, approved
      It works now, thanks
      both processes tested, no problems
      looks good and works, approved
      Hi, I tested CHG-4711 today and it works fine. Regards, Anna
      the change is working fine
      everything is working as it should`,
    no: `
      De factuurrun geeft een foutmelding
      inloggen lukt nog steeds niet
      Het werkt voor geen meter
      de factuurrun blijft hangen op 80 procent
      getest, maar de btw-bedragen kloppen niet
      De nieuwe codes staan er niet in
      ik krijg een foutmelding bij het inloggen
      helaas, factuurrun mislukt
      niet goed, de btw wordt dubbel berekend
      sinds de update kunnen we niet meer inloggen
      Er gaat van alles mis met de factuurrun
      niet akkoord
      afgekeurd, factuurrun rekent verkeerd
      The invoice run throws an error
      login still fails
      I cannot log in anymore since the update
      tested, but the VAT amounts are wrong
      the new codes are missing
      does not work at all
      not approved
      the invoice run crashes halfway`,
    unable: `
      ik heb het nog niet kunnen testen
      ik weet niet of het werkt
      geen idee, ik werk niet met facturen
      ik kan dit niet beoordelen
      I have not been able to test it
      I cannot judge this
      no idea, I do not use the invoice run`,
  },
  'confirm-restore': {
    yes: `
      Alle debiteuren staan er weer in
      het herstel is volledig gelukt, ik heb het nagekeken
      alles is terug en compleet
      de map is teruggezet en alles klopt
      gecontroleerd, er ontbreekt niets
      restore geslaagd, alle gegevens zijn er weer
      Teruggezet en gecontroleerd, niets kwijt
      everything is back and complete
      checked, nothing is missing
      the restore was successful, all data is back`,
    no: `
      de map is leeg
      er ontbreken nog debiteuren
      het terugzetten is mislukt
      de verkeerde versie is teruggezet
      the folder is empty
      records are missing
      the restore failed`,
  },
  'verify-incident': {
    yes: `
      de storing is verholpen, ik heb het getest
      de bankbestanden worden weer goed ingelezen, probleem opgelost
      het probleem doet zich niet meer voor
      opgelost, vanmorgen getest
      the issue is resolved, I tested it
      the error no longer occurs
      fixed, tested this morning`,
    no: `
      de storing is er nog steeds
      het probleem is niet opgelost
      bankbestanden worden nog steeds niet ingelezen
      the error is still there
      not fixed
      it still happens`,
  },
  'read-agreement': {
    yes: `
      gelezen en akkoord
      ik heb de verwerkersovereenkomst gelezen en begrepen
      helemaal doorgelezen en begrepen
      doorgelezen, alles is duidelijk
      read and understood
      I have read it and understand it
      I read the agreement and agree`,
    no: `
      ik ben het er niet mee eens
      artikel 4 is mij niet duidelijk
      niet akkoord met de nieuwe versie
      I do not agree
      article 4 is unclear`,
  },
  'inform-staff': {
    yes: `
      iedereen is geïnformeerd
      in het werkoverleg met het hele team besproken
      alle medewerkers zijn op de hoogte gebracht
      ik heb mijn hele team ingelicht
      everyone has been informed
      I told the whole team
      discussed with everyone in the team meeting`,
    no: `
      nog niet iedereen is geïnformeerd
      ik heb het team nog niet ingelicht
      nobody was informed
      I have not told the team yet`,
  },
  'check-capacity': {
    yes: `
      capaciteit is voldoende
      er is genoeg bandbreedte op alle locaties
      gemeten, ruim voldoende
      de lijnen kunnen het makkelijk aan
      capacity is sufficient
      we have enough bandwidth
      measured, plenty of room`,
    no: `
      de lijn in Utrecht zit vol
      capaciteit is onvoldoende
      de verbinding is te traag
      the line in Utrecht is full
      not enough bandwidth`,
  },
};

/** What is no yes, by class; each sentence is tried on a change. */
export const workplaceBent: Readonly<Record<string, string>> = {
  questions: `
    doet de factuurrun het bij jullie al?
    is CHG-4711 getest en goed
    weet jij of alles werkt
    moet ik zeggen dat het werkt
    kan ik akkoord geven of niet
    werken de nieuwe btw-codes nu wel
    heeft Bram al getest en goedgekeurd
    is it working now
    can you confirm that everything works
    did anyone test the invoice run and is it fine
    am I supposed to approve this
    everything working?
    hoe weet ik of het werkt
    wat als alles goed is`,
  plans: `
    ik test het vanmiddag en dan is het goed
    zodra ik tijd heb geef ik akkoord
    na de lunch kijk ik of alles werkt
    Bram gaat het morgen testen, dan is het akkoord
    ik ben van plan akkoord te geven
    I will test it after lunch and approve
    going to approve this later
    tomorrow I can say everything works
    ik zet hem straks op akkoord
    over een uur is alles goed getest
    we are testing it this week, all good by Friday`,
  conditions: `
    als de btw klopt is het akkoord
    akkoord onder voorbehoud
    akkoord mits de factuurrun morgen ook goed gaat
    goed, tenzij Finance bezwaar heeft
    met de kanttekening dat ik alleen inloggen deed is het goed
    fine as long as login keeps working
    approved subject to the invoice run
    ok provided nobody complains
    in dat geval werkt alles
    werkt alleen wanneer je de cache leegt
    it works only if you restart`,
  hearsay: `
    Bram meldde dat alles werkt
    van Finance begrepen dat het goed is
    de helpdesk geeft aan dat het werkt
    mijn collega heeft getest en zegt dat het goed is
    ze hebben me verteld dat alles in orde is
    in de mail staat dat alles werkt
    according to Finance all is well
    Bram tells me it works
    I was told that everything is fine
    they tested it and it works, they say
    the release notes say it works
    volgens de leverancier is alles opgelost`,
  comparisons: `
    het werkt beter dan vorige week
    net zo goed als de oude versie
    sneller dan eerst
    minder fouten dan de vorige release
    it works better than before
    less errors than last time
    as good as the old one
    inloggen werkt wel, de rest minder
    vergeleken met vorige maand gaat het goed`,
  doubt: `
    ik geloof dat het werkt
    het zou moeten werken
    werkt dacht ik wel
    zal wel goed zijn
    ik ga ervan uit dat het werkt
    op het eerste gezicht werkt alles
    voor zover ik kan zien werkt het
    voor zover ik weet is alles goed
    werkt, geloof ik
    I guess it is fine
    as far as I can tell it works
    should be ok
    it works I suppose
    not entirely sure but it works
    bij mijn weten werkt het
    naar mijn idee werkt alles`,
  irony: `
    ja hoor, werkt geweldig, not
    fijn hoor, weer alles kapot
    nou, lekker dan, werkt perfect haha
    top werk, nu kan niemand meer inloggen
    great, another update that "works"
    works like a charm, if you like error messages
    ja ja, alles werkt zeker
    fantastisch, factuurrun al drie dagen stuk
    sure, it works, in your dreams
    werkt "prima"`,
  negation: `
    het werkt niet zoals het hoort
    niet alles werkt
    ik kan niet zeggen dat het goed is
    het is allesbehalve in orde
    zonder de cache te legen werkt het niet
    nog niet akkoord
    geen akkoord
    it is not working as it should
    not everything works
    I would not call this working
    far from fine
    I cannot say that it works
    it never works
    niemand kan zeggen dat het goed is
    weinig werkt goed`,
  'another reference': `
    CHG-4712 werkt
    CHG-47110 is getest en akkoord
    CHG-471 akkoord
    INC-4711 is opgelost, werkt
    4712 getest en goed
    CHG-4711a werkt
    XCHG-4711 works
    release 4713 is fine
    CHG 47 11 2 werkt`,
  'partly good': `
    inloggen werkt, factuurrun moet ik nog doen
    de helft werkt
    factuurrun goed getest
    alleen inloggen gecontroleerd, dat werkt
    alles werkt op één ding na
    bijna alles is in orde
    login works, invoice run not tested
    most of it works
    everything works apart from one report
    tot nu toe werkt alles
    so far so good
    werkt op mijn laptop
    op de testomgeving werkt het, op productie weet ik het niet
    het werkt, alleen traag
    het werkt maar is wel langzaam
    soms werkt het`,
  'what is no answer': `
    goed weekend
    ok
    prima, ik kijk ernaar
    goed bezig
    akkoord met de lunch om 12 uur
    is goed, tot morgen
    oké, duidelijk
    I am fine, and you
    good morning
    perfect, thanks for the update
    gaat goed met mij
    werk ze
    alles goed?`,
};

/** What is asked for, by the request that it is. */
export const workplaceRequests: Readonly<Record<string, string>> = {
  'my-duties': `
    wat moet ik doen
    wat moet ik allemaal nog doen vandaag
    welke taken heb ik
    welke plichten staan nog open
    wat ligt er nog bij mij
    heb je nog wat voor mij
    wat wacht er op mij
    laat mijn openstaande taken zien
    what should I do
    which tasks are open
    what is waiting for me
    what do you need from me
    show my open tasks
    do I still have to do something
    anything left for me
    wta moet ik doen`,
  absence: `
    ik ben er niet tot maandag
    ik ben er volgende week niet
    ben tot 3 december op vakantie
    ik ben maandag pas terug
    ik heb vakantie tot 14 december
    ik ben vanaf morgen met verlof tot 7 januari
    I am off until Monday
    I'm on holiday next week
    I am not here until Monday
    I won't be here until 14 December
    I'll be out until Thursday
    ik zit tot vrijdag op cursus en ben er niet`,
  'hand-over': `
    geef dit aan Eva
    geef dit aan Eva de Boer
    dit moet naar Eva
    laat Eva dit doen
    kan Eva dit oppakken
    Eva kan dit beter doen
    zet dit door naar Eva
    dit hoort bij Finance
    dit is iets voor Bram
    give this to Eva
    pass this to Eva
    this should go to Eva
    can Eva do this
    Eva should do this
    please assign this to Bram
    hier ga ik niet over`,
  'why-me': `
    waarom krijg ik dit
    waarom krijg ik dit eigenlijk
    waarom moet ik dit doen
    waarom vraag je dit aan mij
    hoe kom je bij mij
    waarom sta ik hierop
    why do I get this
    why am I asked
    why did you send me this
    why do I have to do this
    what has this to do with me
    wat heb ik hiermee te maken`,
  'my-answer': `
    wat heb ik op CHG-4711 geantwoord
    wat heb ik bij CHG-4711 ingevuld
    wat was mijn laatste antwoord
    heb ik CHG-4711 al beantwoord
    wat zei ik de vorige keer
    what did I answer to CHG-4711
    what was my answer for CHG-4711
    did I already answer CHG-4711
    show me my last answer`,
  'what-became': `
    wat is er met mijn melding gebeurd
    hoe staat het met CHG-4711
    is er al nieuws over mijn bevinding
    wat heeft de leverancier met mijn antwoord gedaan
    heeft de leverancier al gereageerd
    what happened to my report
    any news about my finding
    has the vendor replied yet
    what came of CHG-4711`,
  thanks: `
    bedankt
    dank je wel voor je hulp
    super bedankt
    thnx
    dank u
    thanks a lot
    many thanks
    thank you very much
    bedankt hoor
    tnx`,
  anger: `
    ik word gek van die berichten
    hou op met die berichten
    wat een onzin
    donder op
    laat me met rust
    dit slaat nergens op
    stop sending me this
    this is nonsense
    leave me alone
    you are useless
    wat een rotding
    ik ben dit zat`,
  thumb: `
    👍
    👍👍
    👌
    🙏
    👍🏻`,
  who: `
    wie ben je
    wat ben jij voor bot
    wie zit hierachter
    who are you
    are you a robot
    ben jij een mens`,
  contact: `
    ik wil een mens spreken
    kan ik iemand bellen
    wie kan ik hierover bellen
    met wie kan ik hierover praten
    ik wil met iemand van IT praten
    can I call someone
    who can I talk to
    I need to speak to a person
    kan iemand mij helpen
    I need help from a human`,
};
