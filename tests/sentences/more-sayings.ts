import type { ClearSayings } from './clear-sayings.ts';

/** The same things in other words, as people type them. */
export const moreSayings: Readonly<Record<string, ClearSayings>> = {
  'verify-change': {
    yes: `
      getest en goed bevonden
      getest en in orde bevonden
      CHG-4711 is in orde
      CHG-4711 doorgelopen, geen bijzonderheden
      Geen problemen gevonden bij het testen
      geen problemen tegengekomen tijdens het testen
      geen fouten gezien tijdens de test
      bij het testen geen problemen gevonden
      tijdens het testen zijn geen fouten opgetreden
      alles doorlopen en geen afwijkingen gezien
      inloggen en factuurrun zijn allebei goed
      inloggen en de factuurrun werken allebei
      zowel de factuurrun als inloggen gaan goed
      alles functioneert naar behoren
      alles draait weer
      alles loopt goed
      alles loopt soepel
      werkt allemaal prima
      ik heb de wijziging gecontroleerd en goedgekeurd
      Hierbij mijn akkoord op CHG-4711
      mijn akkoord voor CHG-4711
      akkoord op de wijziging
      akkoord met de wijziging
      de wijziging is akkoord bevonden
      alles akkoord
      CHG-4711 helemaal goed
      CHG 4711: getest, akkoord
      wijziging 4711 getest en goed
      testresultaat: alles goed
      Geachte heer/mevrouw, de wijziging is getest en werkt naar behoren. Met vriendelijke groet, P. Jansen
      beste, alles werkt. groeten Piet
      we hebben alle punten getest en alles werkt
      alle testen zijn geslaagd
      alle testen geslaagd, geen fouten
      de testen zijn goed verlopen
      test goed verlopen
      testen goed doorlopen
      niets aan te merken
      geen opmerkingen, akkoord
      getest zonder opmerkingen
      zonder problemen getest
      foutloos
      werkt foutloos
      alles werkt zonder fouten
      inloggen lukt weer, factuurrun ook
      inloggen goed, factuurrun ook goed
      inloggen oké, factuurrun oké
      inloggen ✔ factuurrun ✔
      inloggen ✅, factuurrun ✅
      alles ✅
      alels werkt
      alles wertk goed
      everythign works
      Tested, no problems encountered
      tested CHG-4711, everything is ok
      tested CHG-4711 and it works fine
      CHG-4711 is working fine
      CHG-4711 is fine
      CHG-4711 passed
      CHG-4711 passed all tests
      it all works
      it all works fine
      all working fine
      all working
      working fine
      works fine
      works like a charm
      working as intended
      all tests passed without errors
      both login and invoice run work fine
      login and invoice run both fine
      logging in works, invoice run works
      login fine, invoice run fine
      no issues during testing
      no problems during the test
      I did not find any errors
      we did not find any problems
      didn't find any issues
      did not encounter any problems
      I have no remarks, approved
      I have checked everything and found no errors
      I've tested it, all fine
      went through all steps, no issues
      change approved
      change tested and approved
      Hi, tested and it's working. Thanks
      Hello, the change has been tested successfully
      tested successfully
      successfully tested
      test successful
      tests were successful
      met succes getest
      succesvol getest
      test succesvol
      the test went well
      testing went well, no errors
      everything checks out
      signed off
      all green
      nothing to report, works
    `,
    no: `
      It crashes when I log in
      crasht bij het inloggen
      factuurrun loopt vast
      de factuurrun loopt vast op stap 3
      factuurrun stopt halverwege
      factuurrun geeft een lege pagina
      ik krijg een foutmelding
      ik krijg error 500 bij inloggen
      ik krijg de factuurrun niet aan de praat
      het programma start niet op
      het programma loopt steeds vast
      inloggen gaat niet
      inloggen gaat mis
      inloggen is niet mogelijk
      inloggen werkt niet, factuurrun wel
      factuurrun doet niets
      er gebeurt niets als ik op de knop klik
      btw wordt verkeerd berekend
      bedragen kloppen niet
      de btw klopt nog steeds niet
      verkeerde btw op de factuur
      de facturen zijn fout
      alles ligt plat
      niet akkoord, factuurrun faalt
      CHG-4711 niet akkoord
      CHG-4711 afgekeurd
      CHG-4711 doet het niet
      CHG-4711 is niet goed
      getest maar werkt niet
      test mislukt
      test niet geslaagd
      factuurrun mislukt
      factuurrun geeft timeout
      kan de factuurrun niet starten
      wij kunnen niet meer factureren
      er zitten fouten in de factuurrun
      er staan fouten in de facturen
      veel problemen met inloggen
      het scherm blijft leeg
      kan geen facturen maken
      it keeps crashing
      the invoice run hangs
      invoice run fails at step 3
      logging in fails
      login fails
      I cannot log in anymore
      unable to log in
      I am unable to log in
      it is not working
      isn't working
      not working at all
      the invoice run does not start
      the invoice run produces wrong amounts
      the vat is wrong
      the screen stays blank
      I get an error when I log in
      I keep getting an error
      getting an error message
      throws an error
      test failed
      tests failed
      the test did not pass
      CHG-4711 failed
      CHG-4711 rejected
      CHG-4711 is broken
      there are errors in the invoice run
      found several errors
      found a bug in the invoice run
      I can no longer log in
      doesn't work for me
      does not do anything
      this release broke the invoice run
      completely broken
    `,
  },
  'confirm-restore': {
    yes: `
      alles is er weer
      alles is weer terug
      alle mappen zijn er weer
      alle gegevens zijn teruggezet
      herstel is goed gegaan
      de restore is goed verlopen
      restore geslaagd, geen verschillen
      bestanden gecontroleerd, niets ontbreekt
      er ontbreekt niets
      er is niets verloren gegaan
      steekproef klopt, aantallen kloppen
      de map is volledig hersteld
      de map is compleet
      alles is compleet
      RST-2088 is gelukt
      RST-2088 akkoord, alles is terug
      teruggezet en gecontroleerd, alles klopt
      herstel gecontroleerd en akkoord
      wij hebben het herstel gecontroleerd, alles is compleet
      all files are back
      everything is back
      all data has been restored
      restore completed successfully
      the restore was successful
      restore worked
      the restore is complete and correct
      nothing is missing
      no data was lost
      no data lost
      we checked the folder, everything is there
      all counts match
      counts match, restore successful
      RST-2088 confirmed, all files restored
      data fully restored
    `,
    no: `
      There are files missing
      er missen bestanden
      er ontbreken bestanden
      we missen nog mappen
      bestanden ontbreken
      restore mislukt
      herstel is mislukt
      het herstel is niet gelukt
      de map is leeg
      de bestanden zijn beschadigd
      bestanden kunnen niet worden geopend
      kan de bestanden niet openen
      niets is teruggezet
      er is niets teruggezet
      er staat niets
      gegevens zijn nog steeds weg
      RST-2088 mislukt
      niet hersteld
      verkeerde versie teruggezet
      aantallen kloppen niet
      de totalen kloppen niet
      restore failed
      the restore failed
      the restore has failed
      files are missing
      some files are missing
      data is missing
      the folder is empty
      the files are corrupt
      the files won't open
      I can't open the files
      not restored
      nothing has been restored
      restore not successful
      the wrong version was restored
      counts do not match
      the totals don't match
    `,
  },
  'verify-incident': {
    yes: `
      opgelost
      is opgelost
      het is opgelost
      incident opgelost
      de storing is verholpen
      storing verholpen, alles werkt weer
      het werkt weer
      alles werkt weer
      INC-3101 is verholpen
      fout komt niet meer voor
      de fout treedt niet meer op
      probleem doet zich niet meer voor
      geen foutmeldingen meer
      getest, opgelost
      getest en de fout is weg
      de fout is weg
      Hallo, het probleem is opgelost. Bedankt!
      ticket is opgelost
      melding opgelost
      fixed
      it's fixed
      it is solved
      this is resolved
      the issue is resolved
      the problem has been fixed
      issue resolved, thanks
      problem solved, thank you
      the error is gone
      no more errors
      it works again
      everything works again
      the outage is over
      the fix works
      the solution works
      INC-3101 is resolved
      tested, the problem is gone
      the problem no longer occurs
      confirmed fixed
      completely resolved
    `,
    no: `
      niet opgelost
      nog niet opgelost
      het is nog steeds niet opgelost
      het probleem is er nog
      het probleem is er nog steeds
      fout treedt nog steeds op
      ik krijg nog steeds dezelfde foutmelding
      nog steeds dezelfde fout
      bestanden worden niet ingelezen
      inlezen werkt nog niet
      werkt nog steeds niet
      INC-3101 is niet opgelost
      INC-3101 speelt nog
      het speelt nog steeds
      de storing is niet verholpen
      niets veranderd
      de oplossing werkt niet
      de oplossing helpt niet
      fout is terug
      het probleem komt terug
      not solved
      not fixed yet
      it is not resolved
      the problem still exists
      still the same error
      still happening
      same problem again
      it still does not work
      the fix does not work
      the fix didn't help
      the issue persists
      issue not resolved
      the error came back
      nothing has changed
      it keeps happening
    `,
  },
  'read-agreement': {
    yes: `
      gelezen en akkoord
      gelezen en duidelijk
      gelezen, begrepen
      gelezen, geen vragen
      gelezen, geen opmerkingen
      ik heb het gelezen en begrepen
      ik heb de overeenkomst gelezen en ga akkoord
      ik heb het document gelezen en begrijp het
      contract doorgelezen, akkoord
      VWO-301 gelezen en begrepen
      VWO-301 gelezen, alles duidelijk
      overeenkomst gelezen en begrepen, akkoord
      heb de verwerkersovereenkomst doorgenomen, alles is helder
      helemaal gelezen en alles begrepen
      gelezen en helder
      wij hebben de overeenkomst gelezen en zijn akkoord
      I have read and understood it
      I read it and I agree
      I have read the agreement and I agree
      read the contract, everything is clear
      read it, no questions
      read and agreed
      read and accepted
      have read it and it is clear
      I've read the document and understand it
      read and clear
      we have read and understood the agreement
      read it completely, understood
    `,
    no: `
      niet akkoord
      ik ga niet akkoord
      ik ben het er niet mee eens
      wij gaan niet akkoord met artikel 5
      gelezen, niet akkoord
      gelezen maar niet duidelijk
      artikel 7 is niet duidelijk
      ik begrijp het niet
      ik snap artikel 3 niet
      niet begrepen
      bijlage 2 klopt niet
      de tekst is onduidelijk
      oneens met de voorwaarden
      I do not agree
      I don't agree with article 5
      not agreed
      not clear
      article 4 is not clear
      I don't understand article 4
      it is unclear to me
      section 3 is confusing
      cannot agree to this
      we do not accept these terms
      read it but did not understand it
    `,
  },
  'inform-staff': {
    yes: `
      iedereen is geïnformeerd
      iedereen weet het
      iedereen is op de hoogte
      alle medewerkers zijn op de hoogte gebracht
      het hele team is geïnformeerd
      mijn team is volledig geïnformeerd
      ik heb iedereen geïnformeerd
      ik heb al mijn mensen ingelicht
      wij hebben alle collega's ingelicht
      al mijn medewerkers weten ervan
      klaar, iedereen geïnformeerd
      afgerond
      INF-512 afgerond
      besproken in het teamoverleg, iedereen weet het
      done
      all done
      everyone has been informed
      everybody knows
      everyone is aware
      the whole team has been informed
      my team has been informed
      I informed everyone
      I have informed all my staff
      I've told everyone
      we told everybody
      all employees informed
      INF-512 done
      completed, all staff informed
      nobody was left out, everyone informed
    `,
    no: `
      niet gedaan
      niemand weet het
      nog niemand geïnformeerd
      mijn team is nog niet geïnformeerd
      ik heb het nog niet gedaan
      ik heb nog niemand ingelicht
      nog niet besproken
      heb het nog niet verteld
      vergeten
      ben het vergeten
      niet iedereen is geïnformeerd
      not done
      not done yet
      nobody knows
      no one has been informed
      I have not informed anyone
      haven't told anyone yet
      I have not done it yet
      I forgot
      did not inform the team
      my team has not been informed
      not discussed yet
    `,
  },
  'transfer-securely': {
    yes: `
      Verstuurd via het portaal
      via het portaal verstuurd
      via het beveiligde portaal verstuurd
      ik stuur het via het beveiligde portaal
      ik verstuur het met beveiligde mail
      gaat via beveiligde mail
      gaat versleuteld
      bestand is versleuteld verstuurd
      versleuteld verstuurd, wachtwoord per sms
      het bestand is beveiligd verzonden
      OVD-770 gaat via het portaal
      OVD-770 veilig verstuurd
      veilig verzonden
      geüpload in het beveiligde portaal
      geüpload naar het portaal
      beveiligd gemaild
      via sftp verstuurd
      sent securely
      sent via the portal
      uploaded to the portal
      sent by secure mail
      sent encrypted
      I sent it through the secure portal
      the file is encrypted
      goes via the portal
      transferred via sftp
      securely transferred
    `,
    no: `
      onveilig verstuurd
      per ongeluk onversleuteld gemaild
      gewoon per mail verstuurd zonder beveiliging
      is al onbeveiligd verstuurd
      al per gewone mail verstuurd
      naar de verkeerde persoon gestuurd
      niet versleuteld verstuurd
      heb het via wetransfer gestuurd
      already sent by plain email
      sent without encryption
      sent insecurely
      not sent securely
      mailed it unencrypted
      sent to the wrong person
      was sent unprotected
      sent it via gmail
    `,
  },
  'check-capacity': {
    yes: `
      voldoende
      genoeg capaciteit
      capaciteit is voldoende
      de capaciteit is ruim voldoende
      we hebben genoeg capaciteit
      er is genoeg capaciteit
      er is voldoende capaciteit op beide locaties
      gemeten, voldoende
      gemeten en ruim voldoende
      lijn is ruim voldoende
      beide lijnen hebben voldoende capaciteit
      Utrecht voldoende, Zwolle voldoende
      Utrecht en Zwolle hebben genoeg capaciteit
      in Utrecht en Zwolle is het voldoende
      geen tekort
      geen knelpunten, capaciteit voldoende
      CAP-604: voldoende
      meer dan genoeg bandbreedte
      bandbreedte is toereikend
      enough capacity
      we have enough capacity
      there is enough capacity
      there is plenty of capacity
      measured, sufficient
      capacity is more than enough
      bandwidth is sufficient at both locations
      Utrecht and Zwolle both have enough
      sufficient capacity in Utrecht and Zwolle
      the lines are sufficient
      capacity measured, it is enough
    `,
    no: `
      niet genoeg
      niet voldoende
      te weinig capaciteit
      te weinig bandbreedte in Zwolle
      we hebben niet genoeg capaciteit
      capaciteit is onvoldoende
      de lijn is te traag
      Zwolle heeft te weinig
      de lijn zit vol
      tekort in Utrecht
      er is een tekort
      capaciteit schiet tekort
      ontoereikend
      not enough
      not enough capacity
      we do not have enough bandwidth
      insufficient
      too little capacity
      too slow
      the line is too slow
      capacity falls short
      there is a shortage
      Zwolle is short of capacity
      the line is overloaded
    `,
  },
};
