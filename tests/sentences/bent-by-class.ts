/**
 * Sentences about a change that are no yes, by what bends them, in both languages. Each line is one. None of them may be
 * proposed as "it works"; some of them are a clear "no".
 */
export const bentClasses: Readonly<Record<string, { readonly nl: string; readonly en: string }>> = {
  'a question, with or without its mark': {
    nl: `
      werkt het
      werkt alles
      werkt alles goed
      CHG-4711 werkt alles goed
      CHG-4711, werkt het
      werkt de factuurrun nu goed
      is alles in orde
      is het ok
      is alles getest en akkoord
      doet alles het
      klopt alles
      klopt het dat alles werkt
      hebben jullie getest
      heb ik alles getest en werkt het
      wie heeft getest dat het werkt
      hoe werkt het
      waarom werkt het
      werkt het bij jullie ook
      werkt?
      goed?
      alles in orde?
      alles werkt, toch
      het werkt, juist
      het werkt he
      het werkt of niet
      alles werkt, ja`,
    en: `
      is it ok
      does it work
      does everything work
      is everything working
      has it been tested and approved
      do you think it works
      it works, right?
      it works, right
      it works, correct
      it works, isn't it
      it works, doesn't it
      it works or not
      how does it work
      why does it work
      who says it works
      everything works, yes
      is there nothing wrong
      are there no errors found
      works?`,
  },
  'a plan or a wish': {
    nl: `
      ik ga testen
      ik test morgen, alles werkt
      morgen getest, dan akkoord
      ik zal het testen
      we gaan het testen en dan werkt het
      dat komt goed, werkt straks
      ok, test ik
      prima, ga ik doen
      ok doe ik
      goed, ik kijk ernaar
      ben bezig, alles werkt
      ik wil dat alles werkt
      zorg dat alles werkt
      alles moet werken
      zeg maar dat alles werkt
      bevestig dat alles werkt
      inloggen werkt nu, factuurrun straks
      fijn als alles werkt`,
    en: `
      it will work
      it will be fine
      going to test it, works
      will test tomorrow
      good, will check
      ok, noted
      make sure everything works
      please confirm that everything works
      say it works
      tell me it works
      testing now, all good
      tested tomorrow
      it must work
      let me know that it works
      I want everything to work`,
  },
  'a condition': {
    nl: `
      als alles werkt geef ik akkoord
      als het werkt is het goed
      zodra het werkt laat ik het weten
      mits de factuurrun werkt akkoord
      werkt tenzij je veel facturen hebt
      akkoord mits btw klopt
      akkoord onder voorbehoud
      akkoord indien getest
      laat weten of alles werkt
      ik weet niet of alles werkt
      werkt zolang je niet print
      voorlopig akkoord`,
    en: `
      works if you restart
      works when you restart
      works once you restart
      works unless you restart
      approved subject to changes
      conditionally approved
      approved provided the totals are right
      let me know if it works
      I can't say whether it works
      works as long as you wait
      works until you log out
      in case it works, approved`,
  },
  'what others say': {
    nl: `
      volgens Piet werkt alles
      alles werkt volgens Bram
      Piet zegt dat alles werkt
      alles werkt, zegt Bram
      Jan: alles werkt
      ik hoorde dat alles werkt
      de leverancier zegt dat het werkt
      de leverancier heeft getest en alles werkt
      collega heeft getest, werkt
      Bram heeft getest en akkoord
      hij heeft getest en het werkt
      men zegt dat het werkt
      goedgekeurd door Bram
      getest door Bram, akkoord
      "alles werkt"
      'alles werkt' staat in de mail
      > alles werkt
      in de mail staat: alles werkt
      bij de collega's werkt alles`,
    en: `
      Piet says it works
      according to Piet it works
      everything works, Bram says
      the vendor says everything works
      my colleague tested it, works
      Bram tested it and it works
      they tested it and it works
      she tested it, approved
      I was told it works
      approved by Bram
      tested by Bram, works
      Bram: everything works
      “everything works”
      their mail: everything works
      works for Bram`,
  },
  'doubt and hope': {
    nl: `
      volgens mij werkt alles
      ik denk dat het werkt
      alles werkt denk ik
      alles werkt, denk ik
      ik geloof dat het werkt
      het lijkt te werken
      ziet er goed uit
      misschien werkt het
      hopelijk werkt alles
      waarschijnlijk werkt alles
      het zou moeten werken
      zal wel werken
      werkt vast
      alles werkt vast wel
      voor zover ik weet werkt alles
      zo te zien werkt alles
      eigenlijk werkt alles
      alles werkt...`,
    en: `
      I think it works
      everything works I think
      everything works, I guess
      I believe it works
      I hope it works
      everything works, hopefully
      looks good
      looks fine to me
      seems fine
      probably fine
      maybe it works
      it should work
      it might work
      it could be ok
      as far as I know it works
      it works as far as I can see
      apparently it works
      it works...`,
  },
  'a part, or not quite': {
    nl: `
      bijna alles werkt
      vrijwel alles werkt
      werkt bijna
      werkt meestal
      werkt soms
      werkt redelijk
      werkt wel
      werkt op zich
      werkt in principe
      werkt nog
      nog geen fouten gevonden
      tot nu toe geen fouten gevonden
      geen fouten in inloggen
      inloggen werkt
      inloggen getest, werkt
      inloggen getest, dat werkt
      alleen inloggen getest, alles werkt
      deels getest, werkt
      alles werkt behalve de factuurrun
      alles werkt op één ding na
      werkt, maar traag
      werkt echter traag
      werkt goed hoewel traag
      alles werkt, alleen de btw niet
      80% werkt
      drie van de vier werkt
      de helft werkt
      het meeste is goed
      de rest werkt
      akkoord met opmerking
      in de testomgeving werkt alles
      werkt alleen in Chrome
      rapporten werken`,
    en: `
      almost everything works
      nearly everything works
      works sometimes
      works mostly
      works partly
      works for now
      no errors yet
      no errors so far
      no errors except one
      only inloggen works
      inloggen works
      tested inloggen, works
      works except invoices
      works apart from the btw
      works only in Chrome
      most of it works
      some of it works
      the rest works
      half of it works
      works but slow
      works, although slow
      works on my machine
      in test it works
      pretty much everything works
      approved with remarks`,
  },
  'what was, and comparison': {
    nl: `
      het werkte
      alles werkte gisteren
      voor de update werkte alles
      vroeger werkte alles
      alles was goed
      werkt beter dan eerst
      werkt sneller dan vorige keer
      werkt net zo slecht als eerst
      minder fouten gevonden
      kan beter
      niet slecht
      niet verkeerd`,
    en: `
      it worked
      it used to work
      it worked before
      worked yesterday
      everything was fine
      works better now
      works better than before
      works as badly as before
      fewer errors found
      not bad
      not too bad`,
  },
  'denied, once or twice': {
    nl: `
      werkt niet
      alles werkt niet
      niet alles werkt
      niets werkt
      niet zonder fouten
      geen fouten gevonden maar ook niet gezocht
      geen fouten gevonden omdat ik niet getest heb
      niets gevonden
      niets getest, werkt
      zonder te testen akkoord
      akkoord zonder test
      ongetest akkoord
      nee, alles werkt
      werkt en werkt niet
      werkt wel en niet
      niet meer kapot
      nooit fouten gevonden
      alles werkt (niet)
      alles werkt/werkt niet
      onmogelijk akkoord`,
    en: `
      does not work
      everything works not
      not everything works
      nothing works
      not without errors
      no errors found because I did not test
      nothing found
      nothing tested, works
      approved without testing
      untested but ok
      no, everything works
      works and does not work
      no longer broken
      it works, not
      nobody found errors, nobody looked
      never approved
      works? nope`,
  },
  'irony, praise and chatter': {
    nl: `
      ja hoor, werkt weer geweldig
      lekker dan, alles werkt weer niet
      werkt als een natte krant
      werkt voor geen meter
      alle facturen dubbel, prima
      alles werkt 🙃
      alles werkt 🙄
      alles werkt ;-)
      hoera alles werkt, wie gelooft dat
      super goed werk
      goed werk
      goed gedaan
      goed getest
      goed testen
      goed dat het werkt
      alles goed
      alles ok
      goed
      prima
      ok
      dat is goed
      is goed
      ja
      geen probleem
      geen problemen
      👍
      bedankt, top
      getest
      CHG-4711
      CHG-4711 getest
      ok CHG-4711
      ik werk
      zo werkt het
      wat fijn, werkt alles`,
    en: `
      yeah right, works perfectly
      oh great, works perfectly again
      works perfectly, if you enjoy error messages
      good work
      nice work
      well done
      great job
      good idea to test this
      it's fine
      that's fine
      that works
      fine
      great
      ok
      okay
      yes
      no problem
      no worries
      no problem, will do
      all good
      all ok
      tested
      CHG-4711 tested
      understood
      we are working on it
      working on it
      how it works
      the test works like this`,
  },
  'a letter of another alphabet or a mark inside': {
    nl: `
      wеrkt
      al1es werkt niet
      ni​et goed
      werkt \u0336n\u0336iet
      werkt ✗
      werkt 👎
      werkt = onzin
      !werkt`,
    en: `
      wоrks fine
      works ✗
      works 👎
      works ≠ true
      does!work`,
  },
};
