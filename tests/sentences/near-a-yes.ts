/** What stands near to a yes and is none: asked, planned, of a part, of somebody else, or of another thing. */
export const nearAYes: Readonly<Record<string, string>> = {
  'verify-change': `
    werken inloggen en factuurrun allebei
    zijn inloggen en factuurrun allebei goed
    moet ik akkoord geven op de wijziging
    akkoord op de wijziging geven?
    wie geeft akkoord op de wijziging
    akkoord met de wijziging zodra de factuurrun werkt
    akkoord onder voorbehoud
    voorlopig akkoord
    nog geen akkoord op de wijziging
    mijn akkoord volgt
    mijn akkoord krijg je morgen
    geef je akkoord op de wijziging
    Jan is akkoord met de wijziging
    Jan gaf akkoord op CHG-4711
    het team is akkoord met de wijziging
    de test gaat goed verlopen
    de test is bijna goed verlopen
    de test is niet goed verlopen
    de vorige test is goed verlopen
    is de test goed verlopen
    is test goed verlopen
    hoe is de test verlopen
    de test is goed voorbereid
    test is ingepland
    test wordt succesvol
    geen problemen
    geen probleem
    no problem
    geen probleem, doe ik
    geen problemen verwacht
    no problems expected
    geen fouten meer graag
    geen fouten te verwachten
    didn't find any time to test
    did not find any testers
    did not find any errors in login
    did not find any errors yet
    did you not find any errors
    didn't you find any errors
    we did not find any errors in half of the tests
    passed all tests except one
    passed it on to Bram
    passed the test to Bram
    I passed all tests to Bram
    it passed on the test system
    works on the test environment
    werkt in de testomgeving
    werkt in test, in productie niet gekeken
    alles werkt in de acceptatieomgeving
    werkt op mijn laptop
    werkt bij mij
    werkt in Chrome
    bij het testen
    tijdens het testen liep alles goed tot stap 4
    tijdens het testen loopt alles
    werkte tijdens het testen
    werkt tijdens het testen, daarna niet
    alles goed bij het testen?
    test result
    testresultaat volgt
    testresultaat: zie bijlage
    test results: see attachment
    inloggen werkt, factuurrun ook?
    inloggen werkt, factuurrun ook niet
    inloggen niet, factuurrun ook
    inloggen niet, factuurrun ook niet
    inloggen werkt, factuurrun ook nog testen
    inloggen werkt ook
    factuurrun ook
    factuurrun ook getest
    inloggen werkt, factuurrun misschien ook
    inloggen werkt en straks factuurrun ook
    zonder problemen getest worden
    zonder getest te hebben akkoord
    zonder problemen
    zonder fouten kan het niet
    niet zonder problemen getest
    succes met testen
    success with the tests
    veel succes
    good luck with testing
    successful tests are needed
    foutloos is het niet
    foutloos zou mooi zijn
    alles groen op het dashboard van Jan
    alles ✅ behalve factuurrun
    ✅
    ja ✅
    ok ✅
    loopt als een trein... in de soep
    loopt
    loopt weer vast
    loopt weer fout
    draait weer de soep in
    lukt weer niet
    lukt goed
    lukt
    gaat lukken
    lukt het weer
    checks out tomorrow
    Geachte heer, werkt het
    alles werkt. Piet zegt van niet
    alles werkt. groet van Piet, die het niet gelooft
    de fout is weg
    fout weg
    the error is gone
    het werkt als ik niet inlog
    werkt als ik het twee keer probeer
    it works when I restart
    werkt alleen als ik inlog
    werkt het als ik inlog
    alles werkt zolang je niet inlogt
    Ja, werkt. Nee hoor
    werkt - niet dus
    werkt (nog) niet
    werkt (bijna)
    werkt?!
    werkt!?
    "werkt"
    'werkt'
    zogenaamd werkt alles
    alles werkt, zegt men
    alles werkt naar het schijnt
    werkt naar verluidt
    werkt kennelijk
    kennelijk werkt alles
    blijkbaar werkt alles
    alles werkt blijkbaar
    apparently everything works
    everything works, apparently
    alles zal werken
    alles moet werken
    alles hoort te werken
    alles kan werken
    als alles werkt geef ik akkoord
    mocht alles werken, dan akkoord
    stel dat alles werkt
    tenzij iets stuk is werkt alles
    alles werkt totdat je opslaat
    alles werkt mits je geduld hebt
    alles werkt even goed als gisteren
    alles werkt net als eerst
    net zo goed als eerst
    better than ever
    as good as before
    works as badly as before
    as if it works
    alsof alles werkt
    doet alsof het werkt
    top joh, weer een release die werkt
    geweldig, alles werkt weer eens niet
    fijn, werkt weer lekker niet
    prima hoor
    goed hoor
    ja hoor, alles werkt
    tuurlijk werkt alles
    alles werkt, grapje
    works great, not
    works great /s
    works 🙄
    alles werkt 🙃
    alles werkt 😂
    alles werkt 😅
    alles werkt ;)
    alles werkt :(
    alles werkt...
    CHG-4712 werkt
    de vorige release werkt
    de oude versie werkt
    de andere wijziging werkt
    alles werkt in CHG-4799
    versie 12 werkt
    change of plans, all good
    alles goed met je
    alles goed
    alles goed!
    all good
    all good with you
    goed
    het is goed
    is goed
    dat is goed
    klopt
    klopt dat
    klopt het
    dat klopt
    klopt, ik moet nog testen
    correct
    akkoord, ik ga testen
    akkoord dat ik test
    in orde, ik kijk
    komt in orde
    komt goed
    wordt getest
    getest wordt het morgen
    getest
    alles getest
    alles getest, nu nog de uitslag
    getest door Bram
    getest door Bram, werkt
    Bram heeft getest en het werkt
    mijn collega heeft alles getest
    zij heeft alles getest en het werkt
    hij zegt dat alles werkt
    de leverancier heeft getest en alles werkt
    gisteren werkte alles
    gisteren werkt alles nog
    vorige week werkte het
    it worked yesterday
    it used to work
    heb ik getest
    heb ik alles getest
    hebben we alles getest en goed bevonden
    werkt alles
    is alles goed
    is alles in orde
    is de wijziging goedgekeurd
    are all tests passed
    does everything work
    did all tests pass
    is everything working
    everything ok
    everything okay with the release
  `,
  'confirm-restore': `
    is everything there
    is there all the data
    are there all files
    are all files there
    are the files back
    there are files
    there are all kinds of files
    all files are there except two
    the files are there
    bestanden openen
    ga de bestanden openen
    ik moet de bestanden nog openen
    bestanden zijn te openen als ik inlog
    counts match in one folder
    do the counts match
    no data
    no data yet
    geen gegevens
    geen bestanden
    geen bestanden teruggezet
    geen bestanden gevonden
    no files found
    no files back
    no files there
    geen gegevens terug
    alles is weg
    de map is er weer
    de map is terug
    bestanden terug
    teruggezet
    alles is teruggezet behalve één map
    alles wordt teruggezet
    alles moet terug
    zet alles terug
    alles terugzetten
    graag alles terug
    alles terug graag
    alles terug naar de leverancier
    terug
    ik ben terug
    ik ben weer terug
    we zijn er weer
    iedereen is er weer
    i am back
    klopt de inhoud
    de vorige restore is gelukt
    restore van gisteren gelukt
    restore van map personeel gelukt
    herstel gelukt voor de helft
    alleen de map is hersteld
    alles hersteld op 2 bestanden na
    hersteld van de griep
    ik ben hersteld
    beste collega, ik ben weer volledig hersteld
    I have fully recovered
    verkeerde versie
  `,
  'verify-incident': `
    alles is weg
    de bestanden zijn weg
    het bestand is weg
    de oplossing is weg
    de fout is weg als ik herstart
    is de fout weg
    fout weg?
    de fout is even weg
    de fout is bijna weg
    the error is gone for now
    is the error gone
    error gone after restart, back now
    weg
    weg ermee
    ik ben weg
    ben weg
    i am gone
    oplossing werkt half
    werkt de oplossing
    does the fix work
    de oplossing werkt tijdelijk
    workaround werkt
    de workaround werkt
    mijn eigen oplossing werkt
    andere storing opgelost
    de vorige storing is opgelost
    zelf opgelost
    opgelost door te herstarten
    opgelost?
    is het opgelost
    moet opgelost
    moet opgelost worden
    los het op
    lost het op
    wordt opgelost
    hoe opgelost
    wel opgelost, niet getest
    opgelost voor ING
    opgelost in Utrecht
    geen probleem
    over
    the issue is resolved according to the vendor
    resolved itself
    solved on the test system
  `,
  'read-agreement': `
    akkoord
    akkoord met de voorwaarden
    ga ik akkoord met de voorwaarden
    gelezen
    deels gelezen en begrepen
    vluchtig gelezen, begrepen
    snel gelezen en akkoord
    niet gelezen maar akkoord
    ongelezen akkoord
    gelezen noch begrepen
    gelezen door juridische zaken en akkoord
    jurist heeft gelezen en is akkoord
    gelezen en begrepen moet ik nog doen
    heb je het gelezen en begrepen
    is het gelezen en begrepen
    gelezen en begrepen?
    vorige versie gelezen en begrepen
    versie 2025 gelezen en begrepen
    eerste pagina gelezen en begrepen
    samenvatting gelezen en begrepen
    I read the summary and understood it
    I read and understood the first part
    read it, agree with most
    read it, agree with the other contract
    read, agree to disagree
    understood
    got it
    gelezen, akkoord met uitzondering van artikel 4
    gelezen, akkoord met opmerkingen
    gelezen, klopt
    have read, will understand
    read and understood by my team
  `,
  'inform-staff': `
    iedereen?
    iedereen
    iedereen weet het toch
    weet iedereen het
    iedereen weet dat het niet werkt
    iedereen is op vakantie
    iedereen is er
    het team is
    weet het team het
    is het team geïnformeerd
    het team is deels geïnformeerd
    het team van Bram is geïnformeerd
    the team of Bram is informed
    Bram's team is informed
    mijn teamleider is geïnformeerd
    ik ben geïnformeerd
    ik ben op de hoogte
    ik weet het
    I am informed
    I know
    i am aware
    we weten het
    wij zijn geïnformeerd
    de helft is geïnformeerd
    moet het team geïnformeerd zijn
    gedeeld met het team
    gemaild aan iedereen
    iedereen gemaild
    klaar voor
    ben klaar
    ik ben er klaar mee
    done with this
    I'm done
    are we done
    nearly done
    well done
    done?
    gedaan wat ik kon
    dat is gedaan
    hebben ze dat gedaan
    heb ik gedaan
    gedaan door HR
    HR heeft iedereen geïnformeerd
    communicatie informeert iedereen
    ik informeer iedereen
    iedereen wordt geïnformeerd
    iedereen moet geïnformeerd worden
    iedereen kan geïnformeerd worden
    iedereen is gevraagd te komen
    niemand vergeten
    besproken
    besproken met het team
    besproken met Bram
  `,
  'transfer-securely': `
    via het portaal
    via het portaal?
    gaat dat via het portaal
    kan het via het portaal
    via welk portaal
    portaal werkt niet
    niet via het portaal verstuurd
    via het portaal van de klant
    via het portaal van Bram verstuurd
    via het portaal kan niet
    via het portaal lukt niet
    via het portaal zou kunnen
    via het portaal of mail
    via het portaal en via gmail
    in het portaal staat niets
    ik zie niets in het portaal
    ik kan niet in het portaal
    in het portaal
    to the portal
    ik wil het via het portaal sturen
    moet via het portaal
    moet veilig
    stuur het via het portaal
    stuur maar via het portaal
    veilig
    veilig?
    dat is veilig
    is dat veilig
    onveilig
    niet veilig
    zo veilig mogelijk verstuurd
    redelijk veilig
    veilig genoeg
    veilig thuis
    veilig verstuurd door Bram
    Bram heeft het veilig verstuurd
    veilig verstuurd naar de verkeerde
    versleuteld met wachtwoord in dezelfde mail
    versleuteld, wachtwoord in de mail
    encrypted, password in the same mail
    encrypted?
    was encrypted
    should be encrypted
    the secure portal
    secure portal is down
  `,
  'check-capacity': `
    genoeg
    genoeg is genoeg
    genoeg gepraat
    ik heb er genoeg van
    ik heb genoeg
    enough
    enough is enough
    i have had enough
    is er genoeg capaciteit
    is er voldoende capaciteit in Utrecht en Zwolle
    hebben we genoeg capaciteit
    genoeg capaciteit in Utrecht
    voldoende capaciteit in Breda
    in Utrecht is het voldoende
    in Utrecht en Zwolle is het voldoende?
    in Utrecht en Breda is het voldoende
    in Utrecht is het niet voldoende, in Zwolle wel
    sufficient capacity in Utrecht
    sufficient capacity in Utrecht or Zwolle
    voldoende voor nu
    voldoende voor dit jaar
    voldoende tot 2027
    voldoende als niemand belt
    nog voldoende
    net voldoende
    bijna genoeg
    voldoende gemeten
    genoeg gemeten
    genoeg klachten
    voldoende klachten
    plenty of complaints
    plenty of problems
    enough problems
    geen tekort aan klachten
    geen klachten
    vorig kwartaal voldoende
    was voldoende
    geen capaciteit
    no capacity
    genoeg capaciteit bij de leverancier
  `,
};
