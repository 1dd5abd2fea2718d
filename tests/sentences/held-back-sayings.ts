import type { ClearSayings } from './clear-sayings.ts';

/** A third set, written after the grammar was mended on the second and tried once as it stands. */
export const heldBackSayings: Readonly<Record<string, ClearSayings>> = {
  'verify-change': {
    yes: `
      Net alles doorgenomen, werkt goed
      inloggen en facturen draaien gaat goed
      gisteren getest, akkoord
      ik heb zojuist getest, geen fouten
      CHG-4711 afgerond en akkoord
      alles getest en goedgekeurd door mij
      wijziging 4711 is getest, geen bijzonderheden
      Inloggen werkt en de factuurrun werkt
      beide onderdelen werken
      werkt zoals afgesproken
      Goedemorgen, alles werkt weer. Gr. Mia
      de test is geslaagd
      geen enkel probleem, akkoord
      prima, alles werkt
      I checked everything this morning and it works
      tested yesterday, no errors
      both work fine
      works fine, approved
      CHG-4711 has been tested and works
      all tests passed, no issues
      login works and the invoice run works
      everything tested, everything fine`,
    no: `
      de factuurrun doet het niet
      inloggen gaat fout
      de bedragen zijn onjuist
      loopt vast bij het openen
      werkt niet, ik krijg een wit scherm
      factuurrun afgebroken met een fout
      the amounts are incorrect
      the invoice run does not start
      I get an error when I log in
      it is still broken
      the page stays blank
      not working since this morning`,
    unable: `
      nog niet getest
      I have no access to the test environment
      ik heb geen tijd gehad om te testen`,
  },
  'confirm-restore': {
    yes: `
      alles staat er weer
      alle bestanden zijn terug, gecontroleerd
      het herstel is geslaagd
      all files are back
      restore succeeded, everything is there`,
    no: `
      de helft ontbreekt
      het herstel is niet gelukt
      some files are missing
      the restore did not work`,
  },
  'verify-incident': {
    yes: `
      het is opgelost, getest
      de fout treedt niet meer op
      problem solved, tested
      it has been fixed`,
    no: `
      nog steeds dezelfde fout
      het is nog niet opgelost
      the problem persists
      not solved yet`,
  },
  'read-agreement': {
    yes: `
      gelezen, geen opmerkingen
      ik heb alles gelezen en ga akkoord
      I have read everything and agree
      read it, no remarks`,
    no: `
      ik ga hier niet mee akkoord
      not agreed`,
  },
  'inform-staff': {
    yes: `
      iedereen weet het
      het hele team is ingelicht
      everyone knows about it
      all employees have been informed`,
    no: `
      niet iedereen is ingelicht
      not everyone has been informed`,
  },
  'check-capacity': {
    yes: `
      gemeten en voldoende
      we hebben ruim voldoende capaciteit
      capacity is fine, measured
      enough capacity at both locations`,
    no: `
      de lijn is overbelast
      the connection is too slow`,
  },
};
export const heldBackBent = `
  heb je al gekeken of alles werkt
  alles werkt toch?
  kun je bevestigen dat CHG-4711 akkoord is
  volgens mij werkt alles
  als alles werkt geef ik akkoord
  Mia zegt dat alles werkt
  het werkte gisteren nog
  ik denk dat alles goed is
  werkt, maar traag
  alles werkt behalve de rapporten
  CHG-4799 getest en akkoord
  misschien werkt alles
  morgen werkt alles
  nog niet alles werkt
  alles werkt, hoop ik
  does everything work
  I think everything works
  everything works except the reports
  it worked yesterday
  Mia says everything works
  if it works I approve
  everything works, I hope
  tested by the vendor and works
  it might work
  I will approve it tomorrow
  works better than before
  CHG-4799 works
  not everything is fine
  wonderful, "everything works"
  zogenaamd werkt alles`;
export const heldBackRequests: Readonly<Record<string, string>> = {
  'my-duties':
    'wat moet ik nog afhandelen\nzijn er nog taken voor mij\nwhat is on my list\nwhat tasks do I have',
  absence:
    'ik ben twee weken op vakantie\nik ben vrijdag afwezig\nI am away next week\nI am on vacation until 4 January',
  'hand-over':
    'kun je dit aan Mia geven\nMia moet dit doen\nhand this to Mia\nforward this to Mia please',
  'why-me':
    'waarom heb ik dit gekregen\nwaarom moet ik dit beoordelen\nwhy did I get this\nwhy do you ask me',
  'my-answer': 'wat heb ik over CHG-4711 gezegd\nwhat did I say about CHG-4711',
  'what-became': 'wat is er met mijn antwoord gedaan\nwhat happened to my answer',
  thanks: 'heel erg bedankt\nthank you so much',
  anger: 'ik heb hier genoeg van\nthis bot is stupid',
  contact: 'ik wil iemand spreken\nI want to speak to someone',
  who: 'wie ben jij\nwhat are you',
};
