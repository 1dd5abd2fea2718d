/** Sentences about one kind of duty that are no yes: asked, planned, doubted, said of a part or by somebody else. */
export const bentSayings: Readonly<Record<string, string>> = {
  'confirm-restore': `
    is de restore gelukt
    is alles terug
    zijn alle bestanden terug
    did it succeed
    is everything back
    teruggezet
    restored
    bestanden terug
    bijna alles is terug
    alles is terug behalve twee mappen
    de meeste bestanden zijn terug
    ik denk dat alles terug is
    IT zegt dat alles terug is
    wordt morgen teruggezet
    als alles terug is meld ik het
    alles was terug
    alles terug op één map na
    de restore zou gelukt moeten zijn
    hopelijk gelukt
    gelukt?
    half gelukt
    gelukt, maar er missen bestanden
    alles terug, denk ik
    restore gepland
    restore starten
    zet alles terug
    zet alle bestanden terug
    please restore everything
    restore everything
    all files should be back
    nothing was found
    niets gevonden
    nothing restored yet
    niet alles terug
    alles niet terug
    alles weer weg
    geen verlies verwacht
    herstel is goed nieuws
  `,
  'verify-incident': `
    is het opgelost
    is het incident opgelost
    has it been solved
    is it fixed
    wanneer is het opgelost
    wordt opgelost
    wordt vandaag opgelost
    will be fixed
    will be solved tomorrow
    should be fixed
    zou opgelost moeten zijn
    lijkt opgelost
    seems solved
    volgens de helpdesk opgelost
    the helpdesk says it is solved
    als het opgelost is meld ik het
    opgelost als je herstart
    opgelost, maar traag
    opgelost voor nu
    voor nu opgelost
    bijna opgelost
    half opgelost
    los het op
    moet opgelost worden
    must be solved
    solve it
    fix it
    graag oplossen
    opgelost?
    opgelost toch
    denk opgelost
    opgelost volgens mij
    was opgelost
    was solved but came back
    niet volledig opgelost
    not fully solved
    deels opgelost, deels niet
    oplossing gelezen
    de oplossing werkt niet
    de oplossing is goed uitgelegd
    oplossing ontvangen
    goed opgelost probleem zou fijn zijn
    hoera, opgelost... not
    opgelost, zogenaamd
    so called fixed
    werkt weer even
    werkt weer voor vijf minuten
    werkt soms weer
    werkt weer bij Bram
  `,
  'read-agreement': `
    gelezen
    read
    begrepen
    understood
    akkoord
    duidelijk
    heb je het gelezen
    moet ik het lezen
    ik ga het lezen
    ik lees het morgen
    nog niet gelezen
    half gelezen, duidelijk
    deels gelezen en begrepen
    vluchtig gelezen, begrepen
    gelezen en grotendeels begrepen
    gelezen, denk ik begrepen
    Bram heeft het gelezen en begrepen
    gelezen en begrepen?
    heb ik dit gelezen en begrepen
    als ik het gelezen en begrepen heb
    gelezen en begrepen behalve artikel 3
    gelezen en begrepen, op artikel 3 na
    vorige versie gelezen en begrepen
    gelezen en begrepen, maar niet akkoord
    read and understood, mostly
    read most of it, clear
    will have read and understood it tomorrow
    niet gelezen, wel begrepen
    gelezen noch begrepen
    I have not read it
    wat heb ik gelezen en begrepen
    wie heeft dit gelezen en begrepen
    ik wil het gelezen en begrepen hebben
    iedereen moet dit gelezen en begrepen hebben
    hebben we dit gelezen en begrepen
  `,
  'inform-staff': `
    is iedereen geïnformeerd
    is everyone informed
    geïnformeerd
    informed
    besproken
    gemaild
    bijna iedereen is geïnformeerd
    de helft is geïnformeerd
    iedereen wordt geïnformeerd
    iedereen moet geïnformeerd worden
    ik ga iedereen informeren
    iedereen zal geïnformeerd worden
    gedaan?
    morgen gedaan
    gedaan, denk ik
    Bram heeft het gedaan
    gedaan op twee na
    gedaan voor Utrecht
    iedereen behalve de nachtdienst
    iedereen is geïnformeerd, behalve Jan
    iedereen die er was is geïnformeerd
    has everyone been informed
    will be done
    should be done
    needs to be done
    to be done
    moet nog gedaan worden
    komt goed
    wordt gedaan
    wat is er gedaan
    iedereen zegt dat het gedaan is
    mijn mensen weten het wel
    ik denk dat iedereen het weet
    hopelijk weet iedereen het
    als iedereen geïnformeerd is meld ik het
    half gedaan
    weet iedereen het
    wie weet het
    grotendeels gedaan
  `,
  'transfer-securely': `
    verstuurd
    sent
    is dit veilig
    is het veilig verstuurd
    kan ik dit veilig versturen
    moet het versleuteld
    ik ga het veilig versturen
    morgen veilig verstuurd
    niet veilig
    hopelijk veilig
    Bram heeft het veilig verstuurd
    veilig?
    als het veilig is verstuur ik het
    bijna veilig verstuurd
    deels versleuteld verstuurd
    via mail verstuurd
    wordt veilig verstuurd
    moet veilig verstuurd worden
    should be sent securely
    will be sent securely
    send it securely
    stuur het veilig
    veilig genoeg?
    niet zeker of het veilig is
    wat is veilig
    graag veilig versturen
    hoe verstuur ik dit veilig
    veilig verstuurd volgens Bram
    hij heeft het veilig verstuurd
    the portal is secure
    het portaal is veilig
    the portal is secure enough
  `,
  'check-capacity': `
    genoeg
    enough
    is het voldoende
    is de capaciteit genoeg
    is there enough capacity
    hebben we genoeg capaciteit
    do we have enough capacity
    net voldoende
    bijna genoeg
    nauwelijks genoeg
    voldoende voor nu
    nu nog voldoende
    voldoende in Utrecht
    Utrecht voldoende
    meestal voldoende
    voldoende als niemand thuiswerkt
    zou voldoende moeten zijn
    denk voldoende
    lijkt voldoende
    was voldoende
    volgens de provider voldoende
    genoeg is genoeg
    genoeg gezeur
    genoeg problemen
    enough problems
    enough is enough
    genoeg gemeten
    voldoende gemeten
    hoeveel is genoeg
    wordt voldoende
    voldoende na de upgrade
    niet onvoldoende
    voldoende?
    ooit voldoende
    wat is voldoende
    meer capaciteit nodig
    capaciteit
    more capacity please
    voldoende onderzocht
  `,
};
