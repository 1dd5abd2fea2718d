/** Two rounds, written in one go by somebody who had not seen the words that are known, and labelled before they were read. */
export const blindSayings: Readonly<
  Record<string, { readonly yes: string; readonly no: string; readonly unable?: string }>
> = {
  'verify-change': {
    yes: `
      Net getest, loopt als een zonnetje
      De nieuwe btw-codes doen het bij ons prima
      Nagekeken en goed bevonden
      Just tested it, runs smoothly
      The new codes are working fine for us
      Checked and approved
      Alles doorlopen, ziet er goed uit en werkt
      Geen enkel probleem gevonden bij het testen
      Alles gecontroleerd en in orde bevonden
      I went through all the steps and everything is fine
      No issues found, approved
      All good on our side`,
    no: `
      Sinds de wijziging krijgen we een foutmelding bij het boeken
      De btw-codes kloppen niet
      Ik kan niet meer inloggen
      Since the change I get an error when posting invoices
      The VAT codes are wrong
      Nobody can log in any more
      Bij het afdrukken loopt het programma vast
      De factuurrun geeft een verkeerd bedrag
      Invoice run shows the wrong amounts
      It crashes as soon as I log in`,
  },
  'confirm-restore': {
    yes: `
      Alle bestanden zijn weer terug
      De map is compleet teruggezet
      Back-up teruggezet, alles is er weer
      All files are back
      The folder was restored completely
      Restore went well, nothing is missing
      Alles staat er weer, niets ontbreekt
      Alle gegevens zijn correct hersteld
      All data has been restored and nothing is missing
      Everything is there again`,
    no: `
      De map is nog steeds leeg
      Er ontbreken bestanden van oktober
      Terugzetten is mislukt
      The folder is still empty
      Files from October are missing
      The restore failed
      Ik mis de facturen van september
      De gegevens zijn nog niet terug
      Half of the records are gone
      The restored files are corrupt`,
  },
  'verify-incident': {
    yes: `
      De storing is verholpen
      Het probleem doet zich niet meer voor
      Bankbestanden worden weer netjes ingelezen
      The issue is fixed
      The problem no longer occurs
      Bank files are being read again without trouble
      Het is opgelost, dank
      Alles loopt weer normaal
      De fout treedt niet meer op
      Resolved, thank you
      It is working again`,
    no: `
      Het probleem is er nog steeds
      De storing is weer terug
      Bankbestanden lopen nog altijd vast
      The problem is still there
      It happened again this morning
      Bank files still get stuck
      Nog steeds dezelfde foutmelding
      We hebben er nog last van
      Still getting the same error
      The issue persists`,
  },
  'read-agreement': {
    yes: `
      Ik heb de overeenkomst gelezen en begrepen
      Doorgelezen, alles is duidelijk
      Gelezen en akkoord
      I have read and understood the agreement
      Read it all, everything is clear
      Read and agreed
      Gelezen, begrepen en akkoord
      De overeenkomst gelezen, geen vragen
      I read the document and I agree
      Read it and understood everything`,
    no: `
      Artikel 4 snap ik niet
      De overeenkomst is mij niet duidelijk
      Ik begrijp niet wat er met onze gegevens gebeurt
      I do not understand clause 4
      The agreement is unclear to me
      It is not clear what happens to our data
      Gelezen, maar de bijlage is onduidelijk
      Ik ben het niet eens met artikel 3
      Read it, but I don't understand the appendix`,
  },
  'inform-staff': {
    yes: `
      Iedereen is op de hoogte
      Alle medewerkers hebben de mail ontvangen
      Vanochtend in het teamoverleg verteld aan iedereen
      Everyone has been informed
      All employees got the email
      Told the whole team this morning
      Iedereen geïnformeerd
      Het hele team is ingelicht
      Besproken met alle collega's
      Everybody knows about it
      I informed the whole department yesterday`,
    no: `
      Nog niemand is ingelicht
      Ik heb het team nog niet op de hoogte gebracht
      Het is nog niet verteld
      Nobody has been told yet
      I have not informed the team
      The staff don't know about it yet
      Niemand weet het nog
      Ik ben er niet aan toegekomen om het te vertellen
      I forgot to tell the team`,
  },
  'transfer-securely': {
    yes: `
      Het bestand is via de beveiligde omgeving verstuurd
      Ik stuur het via het beveiligde portaal
      Versleuteld verzonden
      The file went through the secure portal
      Sent it encrypted
      Sent via the secure portal
      Verstuurd via de beveiligde mail
      Het gaat via het portaal
      Uploaded to the secure portal`,
    no: `
      Ik heb het bestand al gewoon gemaild
      Was al per gewone mail de deur uit
      I already emailed it unencrypted
      It went out by ordinary mail
      Het bestand is al via gewone mail verstuurd
      I already sent it by regular email`,
    unable: `
      Ik twijfel of dit veilig is
      I doubt whether this is secure`,
  },
  'check-capacity': {
    yes: `
      Er is ruim voldoende capaciteit
      De capaciteit is toereikend
      Utrecht en Zwolle hebben allebei genoeg ruimte
      There is plenty of capacity
      Capacity is sufficient
      Utrecht and Zwolle both have enough room
      De bandbreedte is ruim voldoende
      Genoeg capaciteit op alle locaties
      Bandwidth is more than enough`,
    no: `
      De capaciteit is te krap
      We komen ruimte tekort
      Zwolle zit vol
      Capacity is too tight
      We are running out of space
      Zwolle is full
      Er is een tekort aan capaciteit
      The line is overloaded
      De verbinding in Zwolle is te traag`,
  },
  'nil-return': {
    yes: `
      Klopt, er is dat kwartaal niets gebeurd
      Er waren inderdaad geen wijzigingen
      Correct, nothing happened that quarter
      There were indeed none
      Er was niets
      Nothing happened
      There was none`,
    no: `
      Er was er wel een, in augustus
      We hebben er wel degelijk een gehad
      There was one in August
      We did have one
      Er was er wel een
      There was one`,
  },
};

/** Of the same make: asked, planned, repeated, conditional, ironic or said of a part; and what stands near to words that were added after. */
export const blindBent: Readonly<Record<string, string>> = {
  'verify-change': `
    Als de factuurrun vannacht draait is alles goed
    Mijn buurvrouw op kantoor zegt dat alles werkt
    Werkt dit bij jullie ook?
    Ja hoor, werkt geweldig, vooral de foutmeldingen
    Volgende week test ik het en dan zal het wel werken
    Works as long as you don't print
    My manager told me it works
    Does it work for everyone else?
    Oh great, another change that works perfectly, not
    I'll test it after lunch, should be fine
    Login works, the rest I skipped
    Ik neem aan dat het werkt bij ons
    Bij ons in de testomgeving werkt alles
    Zou het bij ons ook werken
    Alles goed bij jullie
    Works for us as soon as the licence is in
    Good enough for us for now
    All good on our side once Bram has checked
    The rest of the team says it works for us
    Nieuwe btw-codes akkoord zodra de factuurrun klopt
    Accepted, though the report is empty
    Geaccepteerd? Dat dacht ik niet
    Nieuwe btw-codes werken alleen in Utrecht
    werkt bij ons niet
    werkt bij ons deels
    bij ons werkt het nog niet
    werkt het bij ons
    werkt bij ons alles
    that works for us
    this works for us?
    maandag werkt voor ons
    Friday works for us
    works for us mostly
    works for us if login stays up
    works for us in test
    works for us, not for Utrecht
    it worked for us
    should work for us
    works for them
    het werkt voor ons beter
    is de wijziging geaccepteerd
    wijziging geaccepteerd?
    wordt de wijziging geaccepteerd
    wijziging geaccepteerd onder voorbehoud
    Piet heeft de wijziging geaccepteerd
    wijziging geaccepteerd door Piet
    wijziging is door de leverancier geaccepteerd
    risico geaccepteerd
    uitnodiging geaccepteerd
    geaccepteerd met opmerkingen
    change accepted?
    is the change accepted
    change accepted by the vendor
    the change was accepted last week
    change will be accepted
    accepted with remarks
    invite accepted
    risk accepted
    accepted the invite
    change accepted, pending tests
    nieuwe btw-codes werken niet
    nieuwe btw-codes werken in test
    werken de nieuwe btw-codes
    zijn de nieuwe btw-codes goed
    nieuwe btw-codes zijn doorgevoerd
    nieuwe btw-codes zouden moeten werken
    oude btw-codes werken
    nieuwe btw-codes van Utrecht werken
    de nieuwe btw-codes werkten
    de btw-codes werken
    de nieuwe codes werken
    bij ons
    for us
    nieuwe btw-codes
    akkoord voor ons?
    goed voor ons
    good for us
    fine for us
    ok for us
    for us ok
    that is fine for us
    prima voor ons
    werkt zodra ik inlog
    works as soon as I log in
    half of the tests passed`,
  'confirm-restore': `
    De helft van de bestanden is terug
    Zijn alle bestanden echt terug?
    Volgens Erik is de map weer compleet
    Zodra de map terug is laat ik het weten
    Ik geloof dat alles er weer is
    Most of the files are back
    Are all the files back already?
    According to Erik everything was restored
    Everything is back except last Friday
    Once the files are back I will confirm
    Was everything restored by Friday
    Everything would be restored tonight
    De map was vorige week ook al hersteld
    All files were restored, according to the log
    Hersteld, op drie bestanden na
    Everything was restored on the test server
    was everything restored
    everything was restored?
    the folder was restored
    were all files restored
    everything was restored yesterday but is gone now
    everything was restored except October
    everything is back up
    everything was restored wrongly
    it was restored last month too`,
  'verify-incident': `
    Deels opgelost, de ABN-bestanden nog niet
    Wanneer is het opgelost?
    De helpdesk belde dat het opgelost is
    Het lijkt vandaag beter te gaan
    Mooi opgelost hoor, nu doet helemaal niets het meer
    Partly fixed, one bank still fails
    When will this be fixed?
    Support says it's been fixed
    It seems better today
    If it stays away until Friday it is solved
    Opgelost bij de collega naast me
    Voor nu opgelost
    Hopefully solved
    Solved? Not for us
    Als het morgen nog werkt is het opgelost
    Seems fixed
    fixed everything when testing
    solved for us?
    voor ons opgelost, voor Utrecht niet
    opgelost bij ons deels
    normaal werkt het weer niet
    normally it works
    loopt het weer normaal
    werkt weer normaal bij Piet`,
  'read-agreement': `
    Vluchtig gelezen, zal wel kloppen
    Ik lees hem morgen
    Moet ik dit begrijpen?
    Mijn baas heeft hem gelezen
    Akkoord, mits de bewaartermijn wordt aangepast
    Skimmed it, probably fine
    I'll read it tonight
    Do I have to understand all of this?
    Our lawyer has read it
    Agreed, provided the term is shortened
    I read half of it
    Gelezen tot pagina 3
    Geaccepteerd door onze jurist
    I accepted it without reading
    Will read and accept it
    Read it for us please
    gelezen, geaccepteerd?
    gelezen maar niet geaccepteerd
    gelezen en geaccepteerd door de directie
    read, accepted by legal`,
  'inform-staff': `
    De afdeling verkoop weet het, de rest nog niet
    Ik stuur vanmiddag een mail rond
    Weet iedereen dit al?
    Ik neem aan dat iedereen het weet
    Als het goed is heeft HR iedereen ingelicht
    Sales knows, the others don't
    I will send a mail this afternoon
    Has everyone been told?
    I assume everybody knows
    HR was going to inform everybody
    Vandaag verteld aan iedereen die er was
    Told everyone who asked
    Told the whole team this morning to wait
    Vanmiddag vertel ik het aan iedereen
    Everyone knows, except the night shift
    Everyone should know by now
    told everyone yet
    verteld aan iedereen behalve de nachtdienst
    today told everyone?
    vandaag verteld aan de meesten
    morgen verteld aan iedereen
    vanochtend aan iedereen
    vandaag iedereen vertellen
    told the whole team this morning that I am leaving
    told my team this morning by Piet
    known everyone today
    weet iedereen het vandaag
    vandaag weet iedereen het
    I informed the whole department yesterday?
    I informed the department tomorrow
    did I inform the whole department yesterday`,
  'transfer-securely': `
    Is mailen met een wachtwoord veilig genoeg?
    Piet heeft het veilig verstuurd
    Als het portaal het doet verstuur ik het veilig
    Veilig verstuurd, althans dat hoop ik
    Is a password enough to be secure?
    Piet sent it securely
    I will send it securely tomorrow
    Sent it securely, I hope
    Most files were sent securely
    Kan het veilig de deur uit
    De deur uit, hopelijk veilig
    Is the portal secure
    Ik zou het via het portaal versturen
    gaat vanavond veilig de deur uit
    moet veilig de deur uit
    is dit veilig de deur uit`,
  'check-capacity': `
    Utrecht heeft genoeg, Zwolle heb ik niet bekeken
    Hebben we genoeg capaciteit?
    Volgens de leverancier is er genoeg
    Vorig jaar was er genoeg capaciteit
    Er is genoeg zolang er niemand bij komt
    Utrecht has enough, Zwolle I didn't look at
    Do we have enough capacity?
    The vendor claims there is enough
    There was enough last year
    Enough, unless more people join
    Genoeg voor ons, hoop ik
    Voldoende voor ons, maar niet voor Zwolle
    Is it enough for us
    We hadden genoeg
    Enough for us at the moment
    enough for us?
    genoeg voor ons
    voldoende voor ons zolang niemand belt`,
  'nil-return': `
    Klopt het dat er niets was?
    Volgens Sanne was er niets
    Voor zover ik weet was er niets
    Was there really nothing?
    Sanne says there was none
    As far as I know there was nothing
    Er was niets voor zover ik weet
    Was er niets
    Er was niets in september
    There was nothing in Utrecht
    There was none according to Sanne
    Er was niets ernstigs
    There was nothing wrong
    Er was niets van mij`,
};

/** And what they ask for. */
export const blindRequests: Readonly<Record<string, string>> = {
  'my-duties': `
    Wat wil je van mij?
    Wat staat er nog op mijn lijstje?
    Moet ik nog iets?
    Heb ik nog openstaande taken?
    What's still on my plate?
    Anything left for me to do?
    Which tasks are open for me?
    What do you need from me?
    Wat ligt er op mijn bord?
    Zijn er nog vragen voor mij?
    Do I have any open tasks?
    What am I supposed to do?`,
  who: `
    Met wie spreek ik?
    Wat is dit voor bot?
    Wie of wat ben jij?
    Who am I talking to?
    What kind of bot is this?
    Wie praat er met mij?
    Ben jij een computer?
    Is this a bot?
    Who is behind this?`,
  'my-answer': `
    Wat heb ik toen gezegd?
    Wat heb ik ingevuld bij CHG-4711?
    Laat mijn laatste antwoord zien
    What was my last answer?
    Show me what I said about CHG-4711
    What did I reply?
    Welk antwoord heb ik gegeven?
    Wat gaf ik als antwoord?
    Which answer did I give?
    Show my answer to CHG-4711`,
  'what-became': `
    Hoe is het afgelopen met mijn melding?
    Is er al nieuws over mijn bevinding?
    Wat hebben jullie met mijn antwoord gedaan?
    Any news on my finding?
    What was done with my answer?
    What's the status of my report?
    Is mijn melding al opgelost?
    Wat is er met mijn bevinding gedaan?
    Has my problem been fixed yet?
    What came of my finding?`,
  'why-me': `
    Waarom vraag je dit aan mij?
    Waarom moet ik dit doen?
    Hoezo krijg ik dit?
    Why are you asking me?
    Why do I have to do this?
    Waarom staat dit op mijn naam?
    Wie heeft mij hiervoor aangewezen?
    Why was I chosen?
    Who put me on this?`,
  'hand-over': `
    Kun je dit aan Sanne vragen?
    Dit moet Sanne doen
    Zet dit door naar een collega
    Please pass this on to Sanne
    This should go to a colleague
    Someone else should handle this
    Kan iemand anders dit overnemen?
    Geef dit door aan Sanne
    Forward this to Sanne please
    Let Sanne handle this`,
  absence: `
    Ik heb vakantie tot 12 januari
    Ik ben er tot dinsdag niet
    Tot 20 december ben ik afwezig
    I'm off until Tuesday
    I am on vacation till January 12
    Out of office until 20 December
    Ik ben met verlof tot 10 januari
    Ben vrij tot maandag
    I'm on holiday until 10 January
    I'm not in until Wednesday`,
  contact: `
    Ik wil iemand spreken
    Verbind me door met een medewerker
    Wie kan ik bellen?
    I'd like to speak to a real person
    Can I call somebody?
    Connect me to a human
    Kan ik iemand bellen?
    Heb je een telefoonnummer?
    Is there someone I can talk to?
    Give me a human`,
  thanks: `
    Dank!
    Super, dank je
    Hartelijk dank
    Thx
    Many thanks
    Cheers
    Top, dankjewel!
    Fijn, bedankt hoor
    Thanks a lot
    Great, thank you`,
  anger: `
    Hou op met die berichten
    Wat een onzin
    Stop spamming me
    This is nonsense
    Wat irritant
    This is so annoying
    I'm sick of this`,
  thumb: `
    👍🏽
    👍👍`,
  due: `
    Wanneer moet dit af zijn?
    Hoeveel tijd heb ik nog?
    Voor wanneer moet dit?
    When is this due?
    How much time do I have left?
    By when do you need this?
    Welke datum is de deadline?
    Wanneer loopt dit af?
    When do I need to answer?
    What's the due date?
    wanneer is de uiterste datum
    what's the deadline
    what is the last day for this?`,
};
