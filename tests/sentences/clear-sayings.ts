/** Sentences that say a thing clearly and wholly, by kind of duty and by what they say. Each line is one. */
export interface ClearSayings {
  readonly yes: string;
  readonly no: string;
  readonly unable?: string;
}

export const clearSayings: Readonly<Record<string, ClearSayings>> = {
  'verify-change': {
    yes: `
      werkt bij ons prima
      works for us
      it works fine for us
      wijziging geaccepteerd
      de wijziging is geaccepteerd
      change accepted
      de nieuwe btw-codes werken
      nieuwe btw-codes werken goed
      CHG-4711 werkt
      alles werkt
      alles werkt prima
      getest en akkoord
      getest, alles in orde
      ik heb alles getest en het werkt
      wij hebben de wijziging getest en alles functioneert goed
      de wijziging is getest en goedgekeurd
      Goedemorgen, CHG-4711 is getest en akkoord. Met vriendelijke groet, Anna de Vries
      Hoi team, alles nagelopen, geen fouten gevonden
      geen fouten gevonden
      geen enkele fout gevonden
      niets mis mee gevonden
      niets mis mee
      niks mis mee
      er is niets mis mee
      ik heb geen fouten gevonden
      we hebben geen problemen gevonden
      alles getest zonder problemen
      getest zonder fouten
      beide regels getest, beide goed
      inloggen werkt en factuurrun werkt
      inloggen: goed, factuurrun: goed
      inloggen en factuurrun werken goed
      inloggen werkt, factuurrun werkt
      inloggen werkt goed en de factuurrun loopt goed
      Alles gecontroleerd en in orde bevonden
      vanmiddag getest, alles werkt
      gisteren getest en alles werkt naar behoren
      hierbij akkoord, alles werkt
      ja, alles werkt
      ja alles werkt weer
      de release werkt zoals verwacht
      alles klopt
      CHG-4711 akkoord
      CHG-4711: akkoord
      CHG-4711 - alles werkt
      4711: getest en goed
      chg4711 werkt
      wijziging getest, werkt goed
      wijziging werkt
      alles is goedgekeurd
      alle controles geslaagd
      alle tests geslaagd
      test geslaagd
      de test is geslaagd
      alle stappen doorlopen, geen problemen
      alle stappen doorlopen en alles ging goed
      it works
      everything works
      everything works fine
      all good, tested
      tested, all good
      tested and approved
      tested and working
      I tested everything and it works
      I have tested the change and everything is fine
      CHG-4711 works
      CHG-4711 tested, works
      CHG-4711 approved
      CHG-4711: works
      no issues found
      no errors found
      no problems found, everything works
      found no errors
      nothing wrong with it
      tested, nothing wrong
      we have tested it and found no issues
      tested without problems
      all tests passed
      all checks passed
      both checks are ok
      both inloggen and factuurrun work
      inloggen works and factuurrun works
      inloggen ok, factuurrun ok
      the change works as expected
      the change is approved
      Hi team, CHG-4711 has been tested and works. Thanks, Ben
      yes, everything works
      everything is working
      everything is working again
      all is well, tested today
      checked everything, all correct
      we checked all steps and everything is correct
      tested yesterday, works perfectly
      I confirm that everything works
      I can confirm that everything is working as expected
      ik bevestig dat alles werkt
      Uit de test blijkt dat alles goed werkt
      alles werkt perfect, bedankt
      werkt weer, dank je wel
      login ok, invoice run ok
      works, no errors
      Top, alles werkt
      gecheckt, alles ok
      alles nagekeken, geen bijzonderheden
      #4711 getest, geen bijzonderheden
      alles doet het
      het doet het weer
      alles doet het weer zoals het hoort
      all functions work correctly
      all works fine
      all works
    `,
    no: `
      werkt niet
      het werkt niet
      CHG-4711 werkt niet
      factuurrun werkt niet
      de factuurrun doet het niet
      inloggen lukt niet meer
      ik kan niet meer inloggen
      kan niet inloggen
      factuurrun is kapot
      factuurrun geeft een fout
      factuurrun geeft foutmelding
      alles is kapot
      factuurrun blijft hangen
      btw is verkeerd
      factuurrun klopt niet
      niet goed
      niet akkoord
      niet in orde
      niets werkt
      er werkt niets
      niks werkt meer
      CHG-4711 getest, werkt niet
      CHG-4711 getest en afgekeurd
      het programma crasht
      factuurrun loopt niet
      does not work
      doesn't work
      it doesn't work
      CHG-4711 does not work
      not working
      invoice run is broken
      invoice run crashes
      factuurrun fails
      not ok
      not good
      not approved
      rejected
      nothing works
      login does not work
      can't log in
      cannot log in
      I can't log in since the update
      the totals are wrong
      factuurrun gives an error
      tested, does not work
      we get an error on factuurrun
      inloggen goed maar factuurrun werkt niet
      inloggen works, factuurrun doesn't
      factuurrun never finishes, it hangs
      invoice run won't start
      it stopped with an error
      werkt nog altijd niet
      werkt helemaal niet
      er gaat van alles mis
      getest, veel fouten
      Helaas werkt de factuurrun niet
      unfortunately it does not work
      inloggen nog steeds kapot
      factuurrun geeft verkeerde bedragen
    `,
    unable: `
      niet getest
      nog niet getest
      heb het niet getest
      ik heb niet kunnen testen
      kon niet testen
      not tested
      not tested yet
      I could not test it
      could not test
      haven't tested it
      have not tested
      ik kan dit niet beoordelen
      I can't judge this
      geen toegang tot de testomgeving
      no access
    `,
  },
  'confirm-restore': {
    yes: `
      restore gelukt
      de restore is gelukt
      het herstel is geslaagd
      herstel geslaagd
      alles is terug
      alles staat terug
      alle gegevens zijn terug
      alle bestanden zijn er weer
      alles is teruggezet en gecontroleerd
      RST-2088: gelukt
      niets kwijt, alles terug
      er ontbreekt niets, herstel gelukt
      volledig hersteld
      alles volledig hersteld
      de map is volledig teruggezet
      restore succeeded
      the restore was successful
      everything is back
      all files are back
      all data restored
      fully restored
      restore complete, nothing missing
      nothing is missing
      restore successful, no data loss
      RST-2088 succeeded
      checked, everything is back
      gecontroleerd, niets ontbreekt
      aantallen gecontroleerd, alles klopt
      geen verschillen gevonden
      no differences found
      restore is goed gelukt
    `,
    no: `
      restore mislukt
      herstel mislukt
      restore failed
      the restore failed
      niet gelukt
      RST-2088 niet gelukt
      de map is leeg
      bestanden ontbreken
      files are missing
      the folder is empty
      restore did not work
      it did not succeed
      er ontbreken bestanden
      niets is teruggezet
    `,
    unable: `
      ik kan de inhoud niet beoordelen
      cannot judge the content
      I can't tell whether the content is right
    `,
  },
  'verify-incident': {
    yes: `
      opgelost
      INC-3101 is opgelost
      het incident is opgelost
      de storing is verholpen
      storing verholpen, bedankt
      het werkt weer
      alles werkt weer
      werkt weer
      geen foutmelding meer, opgelost
      treedt niet meer op
      het probleem treedt niet meer op
      de fout komt niet meer voor
      solved
      INC-3101 resolved
      the issue is fixed
      the problem has been solved
      the incident has been resolved
      works again
      everything works again
      it works again
      fixed, thanks
      no longer occurs
      the error no longer occurs
      getest, probleem opgelost
      tested, it is resolved
      ja, opgelost
      yes, it's fixed
      Opgelost, dank voor de snelle hulp. Groet, Anna
      is opgelost
      volledig opgelost
      fully solved
    `,
    no: `
      niet opgelost
      het is niet opgelost
      nog niet opgelost
      INC-3101 nog steeds niet opgelost
      het probleem is er nog steeds
      not solved
      not fixed
      still not fixed
      the problem still exists
      still happening
      it is still broken
      dezelfde fout treedt nog op
      werkt nog niet
      het werkt nog steeds niet
      nog steeds een foutmelding
      storing niet verholpen
      unresolved
    `,
    unable: `
      kan ik niet beoordelen
      I can't judge
      weet niet of het opgelost is
    `,
  },
  'read-agreement': {
    yes: `
      gelezen en begrepen
      gelezen en akkoord
      ik heb het gelezen en begrepen
      ik heb de overeenkomst gelezen en begrepen
      VWO-301 gelezen en begrepen
      gelezen, alles duidelijk
      gelezen en duidelijk
      helemaal gelezen en begrepen
      alles gelezen en alles begrepen
      doorgelezen, duidelijk
      read and agreed
      I have read and understood it
      I have read and understood the agreement
      I read it and understood it
      VWO-301 read and understood
      read, clear
      read and understood, no questions
      gelezen en begrepen, geen opmerkingen
      Ik bevestig dat ik het contract heb gelezen en begrepen
      I confirm that I have read and understood the agreement
      ja, gelezen en begrepen
      wij hebben de overeenkomst gelezen en gaan akkoord
    `,
    no: `
      niet akkoord
      ik ga niet akkoord
      niet duidelijk
      gelezen, niet duidelijk
      gelezen maar artikel 3 is onduidelijk
      ik snap artikel 2 niet
      I don't understand clause 3
      not clear
      not agreed
      I do not agree
      clause 4 is unclear
      artikel 7 is vaag
    `,
  },
  'inform-staff': {
    yes: `
      gedaan
      done
      iedereen is geïnformeerd
      iedereen is op de hoogte
      iedereen weet het
      alle medewerkers geïnformeerd
      alle medewerkers zijn op de hoogte
      INF-512 gedaan
      besproken in het teamoverleg, iedereen is op de hoogte
      everyone has been informed
      everybody has been told
      all employees are informed
      INF-512 done
      the whole team has been informed
      het hele team is geïnformeerd
      we hebben iedereen geïnformeerd
      ik heb iedereen geïnformeerd
      I informed everyone
      I have informed all staff
      all staff know
    `,
    no: `
      niet gedaan
      nog niet gedaan
      not done
      not done yet
      niemand is geïnformeerd
      nobody knows
      ben er niet aan toegekomen
      nobody was informed
      niemand weet het
    `,
  },
  'transfer-securely': {
    yes: `
      veilig verstuurd
      beveiligd verstuurd
      via beveiligde mail verstuurd
      versleuteld verstuurd
      OVD-770 veilig verstuurd via het portaal
      sent securely
      sent via secure mail
      sent encrypted
      encrypted and sent through the portal
      uploaded to the secure portal
      het bestand is versleuteld
      bestand versleuteld verstuurd via het portaal
      sent by secure mail
      ik heb het bestand versleuteld verstuurd
    `,
    no: `
      onveilig verstuurd
      onversleuteld gemaild
      al onbeveiligd verstuurd
      not sent securely
      sent unencrypted
      mailed without encryption
      per gewone mail verstuurd
      via wetransfer verstuurd
    `,
  },
  'check-capacity': {
    yes: `
      voldoende
      ruim voldoende
      capaciteit is voldoende
      de capaciteit is voldoende
      genoeg capaciteit
      er is genoeg capaciteit
      we hebben genoeg capaciteit
      CAP-604 genoeg capaciteit
      gemeten, voldoende
      gemeten en voldoende
      beide locaties voldoende
      Utrecht voldoende, Zwolle voldoende
      sufficient
      capacity is enough
      we have enough capacity
      there is enough bandwidth
      measured, sufficient
      both locations have enough capacity
      enough capacity at both locations
      geen knelpunten, capaciteit voldoende
      meer dan genoeg
      more than enough capacity
      the line has sufficient capacity
    `,
    no: `
      niet voldoende
      niet genoeg
      te weinig capaciteit
      not enough
      not sufficient
      capacity is not enough
      too little bandwidth
      capaciteit onvoldoende
      er is een tekort
      de lijn is te traag
    `,
    unable: `
      niet gemeten
      geen meting
      no measurement
      not measured
    `,
  },
};
