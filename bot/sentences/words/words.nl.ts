import type { Phrases } from './words.ts';

/** Dutch, plain: no accents, no capitals. */
export const dutchWords: Phrases = {
  filler:
    'de, er, hierbij, bij deze, dus, mijn, onze, ons, van, mee, hierin, hieraan, eraan, ermee, hiermee, kortom, conclusie, resultaat, uitslag, status, oordeel, bevinding, wat mij betreft, wat ons betreft, door mij, door ons, bij ons, hier bij ons, voor ons',
  hello:
    'hoi, hallo, hey, dag, beste, goedemorgen, goedemiddag, goedenavond, goeiemorgen, goeiemiddag, goede morgen, goede middag, goeden avond, geachte, geachte heer, geachte mevrouw, mevrouw, geachte heer of mevrouw, beste team, beste collega, beste collegas, hallo team, hoi team, beste helpdesk, geachte helpdesk, beste servicedesk, beste leverancier, hallo allemaal, hoi allemaal, beste allemaal',
  bye: 'groet, groeten, groetjes, met vriendelijke groet, met vriendelijke groeten, vriendelijke groet, vriendelijke groeten, mvg, hartelijke groet, hartelijke groeten, met hartelijke groet, gr, fijne dag, fijne dag nog, fijn weekend, prettige dag',
  thanks:
    'bedankt, dank, dankjewel, dank je, dank je wel, dank u, dank u wel, dankuwel, alvast bedankt, hartelijk dank, hartelijk bedankt, heel erg bedankt, bedankt voor de hulp, bedankt voor de snelle hulp, dank voor de hulp, dank voor de snelle hulp, bedankt voor de moeite, bedankt voor het snelle herstel, bedankt voor de snelle oplossing, dank voor de snelle oplossing',
  praise: 'top, super, mooi, fijn, keurig, netjes',
  impression:
    'ik ben tevreden, we zijn tevreden, wij zijn tevreden, ik ben er blij mee, we zijn er blij mee, ziet er allemaal goed uit, ziet er allemaal prima uit, ziet er heel goed uit, ziet er goed uit, ziet er prima uit, ziet er netjes uit, ziet er keurig uit, zien er goed uit, zien er prima uit',
  closing:
    'kan gesloten worden, mag gesloten worden, kan worden gesloten, mag worden gesloten, kan afgesloten worden, mag afgesloten worden, je kunt hem sluiten, je kunt het sluiten, je mag hem sluiten, je mag het sluiten, jullie kunnen hem sluiten, jullie kunnen het sluiten, jullie mogen hem sluiten, jullie mogen het sluiten, kan dicht, mag dicht',
  assent: 'ja, jazeker, jawel, jep, yep, yes',
  degree:
    'gewoon, weer, opnieuw, heel, erg, zeer, echt, ruim, ook, nu, inmiddels, allemaal weer, zoals het hoort, zoals het moet, zoals verwacht, zoals bedoeld, zoals afgesproken, zoals gewenst, naar wens, als een trein, als een zonnetje, als een tierelier, naar verwachting, naar behoren, zonder meer, zelf',
  wholly: 'volledig, volledige, helemaal, geheel, compleet, in zijn geheel, allemaal, integraal',
  time: 'vandaag, vanochtend, vanmorgen, vanmiddag, vanavond, gisteren, gisteravond, zojuist, net, zonet, daarnet, deze week, afgelopen week',
  all: 'alles, alle functies, alle, beide, allebei, zowel, het hele, de hele, heel het, hele, het geheel, elk onderdeel, elke stap, elke regel, alle drie, alle vier, alle vijf',
  it: 'het, dit, deze, hem',
  that: 'dat',
  matter:
    'test, tests, testen, testjes, controle, controles, stap, stappen, onderdeel, onderdelen, punten, regels, teststappen, testgevallen, checklist, lijst, proces, processen',
  me: 'ik, wij, we',
  have: 'heb, hebben, heeft',
  be: 'is, zijn, ging, gingen, liep, liepen, verloopt, verlopen, verliep, verliepen, blijkt, blijken, zijn geweest, is geweest, staat, staan',
  moves: 'loopt, lopen, gaat, gaan, draait, draaien',
  works:
    'hij werkt, hij doet het, ze werken, ze doen het, doet wat het moet doen, doet wat hij moet doen, doen wat ze moeten doen, doet wat het moet, doet wat hij moet, werkt, werken, functioneert, functioneren, doet het, doen het, draait weer, draaien weer, loopt weer, lopen weer, lukt weer, lukken weer, loopt als een trein, loopt als een zonnetje, draait als een zonnetje, loopt op rolletjes',
  entire: 'lukt, lukken, gelukt',
  good: 'goed, ok, oke, okay, okee, prima, uitstekend, perfect, soepel, correct, juist',
  strong:
    'in orde, akkoord, klopt, kloppen, goedgekeurd, geaccepteerd, geslaagd, goed bevonden, akkoord bevonden, in orde bevonden, ik ben akkoord, ben akkoord, ik ga akkoord, wij gaan akkoord, we gaan akkoord, dik in orde, helemaal top, foutloos, probleemloos, vlekkeloos, succesvol, succesvol getest, met succes getest, met goed gevolg getest, ik geef akkoord, wij geven akkoord, we geven akkoord, ik ga hiermee akkoord, ga hiermee akkoord, hiermee akkoord, ermee akkoord, alles groen, op groen, groen licht, tiptop, tiptop in orde, picobello, test gelukt, tests gelukt, testen gelukt, test is gelukt, tests zijn gelukt, kan door, mag door, kan live, mag live, kan in productie, mag in productie, kan naar productie, mag naar productie, voldoet, voldoet aan de verwachting, voldoet aan de verwachtingen, naar tevredenheid',
  done: 'getest, doorgetest, uitgetest, nagelopen, doorgelopen, doorlopen, gecontroleerd, gecheckt, gechecked, nagekeken, nagegaan, bekeken, geverifieerd, uitgeprobeerd, geprobeerd, gedraaid, uitgevoerd, doorgevoerd, nagezien, getest en gecontroleerd, klaar met testen, klaar met de test, klaar met het testen, testen klaar, doorheen gelopen, doorheen gegaan, klaar, afgerond, doorgenomen, gedaan, gedaan hebben, ingelogd, aangemeld, gerund, proefgedraaid, proef gedraaid, steekproef genomen, steekproeven genomen',
  none: 'geen, geen enkel, geen enkele, niets, niks, zonder, zonder enige, zonder enig, niemand, nul',
  trouble:
    'bevindingen, bijzonderheden, bijzonders, gekke dingen, vreemde dingen, geks, raars, vreemds, onverwachts, fout, fouten, foutje, foutjes, foutmelding, foutmeldingen, storing, storingen, afwijking, afwijkingen, verschil, verschillen, mankementen, gebreken, bug, bugs, onregelmatigheden, aan te merken, op aan te merken, op te merken, mis, misgegaan, verkeerd, verkeerds, aan de hand, haperingen, hapering, rare dingen, fouts, ontbreekt, ontbreken',
  worry:
    'probleem, problemen, opmerking, opmerkingen, vraag, vragen, bezwaar, bezwaren, klachten, te melden, issue, issues',
  found:
    'zie, zien, zag, zagen, gevonden, gezien, tegengekomen, geconstateerd, aangetroffen, opgemerkt, gemerkt, ontdekt, opgetreden, voorgekomen, voorgedaan, opgedoken, ondervonden, ervaren, gebleken, meer, meer gezien, meer gevonden, kunnen vinden, kunnen ontdekken',
  gone: 'niets te melden, niks te melden, niets opgevallen, niks opgevallen, treedt niet meer op, treden niet meer op, komt niet meer voor, komen niet meer voor, doet zich niet meer voor, doen zich niet meer voor, geen last meer, geen hinder meer, geen last meer van, is weg en blijft weg',
  confirm:
    'kan bevestigen dat, kan ik bevestigen dat, hierbij de bevestiging dat, hierbij bevestiging dat, ik bevestig dat, bevestig ik dat, ik kan bevestigen dat, ik meld dat, meld ik dat, laat ik weten dat, ik laat weten dat, uit de test blijkt dat, uit de meting blijkt dat, uit de metingen blijkt dat, uit mijn test blijkt dat, uit onze test blijkt dat, uit de controle blijkt dat, ik heb vastgesteld dat, vastgesteld dat, ik bevestig, bevestig ik',
  went: 'goed verlopen, goed gegaan, goed gelopen, goed doorlopen, goed uitgevoerd, goed afgerond, prima verlopen, prima gegaan, prima gelopen, prima doorlopen, prima uitgevoerd, prima afgerond, soepel verlopen, soepel gegaan, soepel gelopen, soepel doorlopen, soepel uitgevoerd, soepel afgerond, vlekkeloos verlopen, vlekkeloos gegaan, vlekkeloos gelopen, vlekkeloos doorlopen, vlekkeloos uitgevoerd, vlekkeloos afgerond, foutloos verlopen, foutloos gegaan, foutloos gelopen, foutloos doorlopen, foutloos uitgevoerd, foutloos afgerond, probleemloos verlopen, probleemloos gegaan, probleemloos gelopen, probleemloos doorlopen, probleemloos uitgevoerd, probleemloos afgerond, uitstekend verlopen, uitstekend gegaan, uitstekend gelopen, uitstekend doorlopen, uitstekend uitgevoerd, uitstekend afgerond, naar wens verlopen, naar wens gegaan, naar wens gelopen, naar wens doorlopen, naar wens uitgevoerd, naar wens afgerond, naar tevredenheid, goed doorgevoerd, juist doorgevoerd, correct doorgevoerd, netjes doorgevoerd, goed ingevoerd, goed verwerkt, juist verwerkt, correct verwerkt',
  consent:
    'akkoord op, akkoord met, akkoord voor, akkoord over, ik ga akkoord met, wij gaan akkoord met, we gaan akkoord met, ik ben akkoord met, wij zijn akkoord met, we zijn akkoord met, in te stemmen met, ik stem in met',
  during:
    'bij het testen, bij de test, bij de tests, bij de testen, bij onze test, bij mijn test, bij de controle, bij het controleren, bij het nalopen, tijdens het testen, tijdens de test, tijdens de tests, tijdens de testen, tijdens onze test, tijdens mijn test, tijdens de controle, tijdens het controleren, tijdens het nalopen, in het testen, in de test, in de tests, in de testen, in onze test, in mijn test, in de controle, in het controleren, in het nalopen, gedurende het testen, gedurende de test, gedurende de tests, gedurende de testen, gedurende onze test, gedurende mijn test, gedurende de controle, gedurende het controleren, gedurende het nalopen, testresultaat, testresultaten, resultaat van de test, uitkomst van de test',
  and: 'en, alsmede, evenals, tevens',
  not: 'voor geen meter, van geen kant, niet, nooit, nergens, noch, nee, nee hoor, kan niet zeggen dat, niet zeggen dat, zou niet zeggen dat, onmogelijk, nauwelijks, amper, niet meer, geenszins, allerminst, evenmin, verre van, wil niet, wil maar niet, willen niet',
  bad: 'kapot, stuk, defect, crasht, crashen, crashte, gecrasht, vast, vastgelopen, hangt, hapert, haperen, faalt, falen, mislukt, mislukte, mislukken, afgekeurd, onjuist, incorrect, onbruikbaar, weigert, weigeren, geweigerd, ligt eruit, ligt plat, ligt stil, dubbel, dubbele, puinhoop, ramp, foutief, foutieve, bij mij niet, voor mij niet, hier niet, bij ons niet, ga niet akkoord, gaan niet akkoord, geen bal, geen meter, doet niks, doet niets, blijft hangen, slecht, slechter, waardeloos, stopt, stopt ermee, halverwege, blijft leeg, leeg scherm, wit scherm, zwart scherm, lege pagina, lege paginas, timeout, time out, gebeurt niets, gebeurt er niets, gebeurt niks, gebeurt er niks, niet aan de praat, niet mogelijk, niet te doen, gaat mis, gaat fout, ging mis, ging fout, staat er niet in, staan er niet in, staat er niet bij, staan er niet bij, zit er niet in, zitten er niet in, hier niet mee akkoord, er niet mee akkoord, hiermee niet akkoord, daarmee niet akkoord, hier niet mee eens, er niet mee eens, kom er niet in, kom er niet meer in, komen er niet in, komen er niet meer in, komt er niet in, komt er niet meer in, kom niet in, kom niet meer in, komen niet in, komen niet meer in, kom niet op, kom niet meer op, kom niet binnen, komen niet binnen, werkt averechts, loopt spaak, op zijn gat, plat, gecrasht, loopt niet door, eruit geknald, uitgevallen, vliegt eruit, verdwenen uit, blijft zwart, blijft wit, blijft grijs, zwart beeld, nok, niet goedkeuren, geen akkoord geven, geen akkoord, geen goedkeuring',
  denied:
    'reageert, reageren, verwerkt, opslaan, opgeslagen, printen, afdrukken, komt door, komt erdoor, lukte, werkend, slagen, doorstaan, geopend, succes, oplossing, inloggen, aanmelden, openen, opent, opstarten, start, starten, draaien, verder',
  cured: 'opgelost, verholpen, hersteld, verdwenen, weg',
  can: 'kan, kunnen, kun, konden',
  still: 'nog steeds, nog altijd, steeds, alsnog, blijft, blijven',
  unable:
    'nooit gebruikt, gebruik ik niet, gebruik ik nooit, gebruik het niet, gebruiken we niet, gebruiken wij niet, niet beoordelen, niet te beoordelen, niet goed beoordelen, onmogelijk beoordelen, geen oordeel, geen oordeel over, niet inschatten, geen idee, weet niet of, weet ik niet, weet het niet, weet niet, geen rechten, geen toegang, geen tijd, niet kunnen testen, niet kunnen controleren, niet kunnen nakijken, kon niet testen, kon ik niet testen, kon het niet testen, kan niet testen, kan ik niet testen, kan het niet testen, kan dit niet testen, niet aan toegekomen, nog niet aan toegekomen, niet in staat, geen verstand van, weet ik te weinig van, niet aan het testen toegekomen, ga ik niet over',
  ask: 'wie, wat, waar, waarom, hoe, hoeveel, welke, welk, wiens, waarvoor, waarmee, klopt het dat, is het zo dat, vraagje, vraag me af, vraag mij af, benieuwd',
  you: 'jij, je, jullie, jou, u, uw, jouw',
  plan: 'ga, gaat worden, zal, zullen, wil, morgen, overmorgen, straks, binnenkort, later, volgende week, volgende maand, komende week, aankomende week, maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag, weekend, ben bezig, bezig, mee bezig, aan het, van plan, nog te doen, nog doen, volgt, pak ik op, pak het op, beloof, zou, zouden, moet nog, moeten nog, hoop te',
  if: 'als, indien, mits, tenzij, zodra, wanneer, of, zolang, voorwaarde, voor het geval, stel',
  hearsay:
    'volgens, zegt, zei, zeggen, gezegd, meldt, melden, beweert, beweren, hoorde, gehoord, las, schrijft, vertelt, vertelde, collega, manager, leverancier, helpdesk zegt, naar verluidt, begreep van, begrepen van, van horen zeggen, ontving bericht, bij de collegas, belooft',
  doubt:
    'denk, dacht, lijkt, lijken, misschien, wellicht, hopelijk, hoop, volgens mij, schijnt, schijnen, vermoed, vermoedelijk, geloof, waarschijnlijk, mogelijk, vast wel, neem aan, aangenomen, zeker weten doe ik niet, niet zeker, onzeker, twijfel, twijfels, vraagtekens, eigenlijk, ja hoor, zo te zien, op het oog, eerste indruk, ogenschijnlijk, ziet ernaar uit, wel eens, vast en zeker, zogenaamd',
  past: 'werkte, werkten, was, waren, vroeger, eerder, destijds, toen, voor de update, voor de wijziging, voor de release, vorige, voorheen, geleden, beter, beter dan, even goed, net zo goed, minder, meer dan, minder dan, dan vorige keer, eerst, dan',
  some: 'deels, gedeeltelijk, half, grotendeels, meeste, meesten, merendeel, meestal, vaak, soms, af en toe, enkele, sommige, sommigen, een paar, een deel, alleen, enkel, slechts, behalve, op na, uitgezonderd, wordt, worden, tot nu toe, tot zover, tot dusver, voorlopig, vooralsnog, tijdelijk, bijna, nagenoeg, vrijwel, zo goed als, ongeveer, in principe, in grote lijnen, op zich, redelijk, tamelijk, min of meer, best, wel, al, nog, pas, net aan, is er, zijn er, rest, overige, afgezien van, op een na',
  but: 'maar, echter, hoewel, ondanks, al is, alhoewel, toch, helaas, jammer',
};
