/*
 * Words of the trade that name the same thing in Dutch and in English, each with its singular and plural. They find a duty
 * whose title is in the other language, and say nothing of how it went.
 */
const pairs = `
  bank, banken = bank, banks
  bestand, bestanden = file, files
  map, mappen = folder, folders, directory
  factuur, facturen = invoice, invoices
  factuurrun, facturatie, facturering = billing, invoicing
  btw = vat
  code, codes = code, codes
  salaris, salarissen, loon, lonen = salary, salaries, wage, wages, payroll
  debiteur, debiteuren = debtor, debtors, receivables
  crediteur, crediteuren = creditor, creditors, payables
  klant, klanten = customer, customers, client, clients
  medewerker, medewerkers, personeel = employee, employees, staff, personnel
  gebruiker, gebruikers = user, users
  rapport, rapporten, rapportage, rapportages = report, reports, reporting
  lijst, lijsten = list, lists
  jaar = year, annual
  kwartaal, kwartalen = quarter, quarterly
  maand, maanden = month, monthly
  week, weken = week, weekly
  betaling, betalingen, betaal = payment, payments
  bestelling, bestellingen, order, orders = order, orders
  inkoop = purchase, purchasing, procurement
  verkoop = sales
  voorraad, voorraden = stock, inventory
  begroting, begrotingen, budget = budget, budgets
  boeking, boekingen = booking, bookings, posting, postings
  grootboek = ledger
  koppeling, koppelingen = interface, interfaces, integration, integrations
  server, servers = server, servers
  netwerk, netwerken = network, networks
  wachtwoord, wachtwoorden = password, passwords
  rechten, toegang = access, rights, permissions
  afdeling, afdelingen = department, departments
  verwerker, verwerkers = processor, processors, processing
  overeenkomst, overeenkomsten, contract, contracten = agreement, agreements, contract, contracts
  voorwaarde, voorwaarden = terms, conditions
  vuistregel, vuistregels = rule, rules
  beleid = policy, policies
  beveiliging = security
  sjabloon, sjablonen = template, templates
  formulier, formulieren = form, forms
  scherm, schermen = screen, screens
  afdruk, afdrukken, printer = print, printing, printer
  verzuim = absence, absenteeism
  rooster, roosters = schedule, schedules, roster
  uren = timesheet, timesheets
  leerling, leerlingen, student, studenten = pupil, pupils, student, students
  lid, leden = member, members
  dossier, dossiers = record, records, dossier, dossiers
  agenda, agendas = calendar, calendars
  adres, adressen = address, addresses
  pensioen, pensioenen = pension, pensions
  aangifte, aangiften = declaration, declarations
  januari = january
  februari = february
  maart = march
  mei = may
  juni = june
  juli = july
  augustus = august
  oktober = october
  nieuwe, nieuw = new
  eerste = first
  tweede = second
  derde = third
  vierde = fourth
`;

interface Pair {
  readonly nl: readonly string[];
  readonly en: readonly string[];
}

const listed = (list = ''): readonly string[] =>
  list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

const all: readonly Pair[] = pairs
  .split('\n')
  .filter((line) => line.includes('='))
  .map((line) => {
    const [nl, en] = line.split('=');
    return { nl: listed(nl), en: listed(en) };
  });

/** Of each Dutch word what it is called in English. */
const inEnglish: ReadonlyMap<string, readonly string[]> = new Map(
  all.flatMap(({ nl, en }) => nl.map((word) => [word, en] as const)),
);
/** By themselves these name no duty: they belong to another word. */
const weak =
  /^(?:nieuwe?|eerste|tweede|derde|vierde|code|codes|jaar|maand|maanden|week|weken|mei)$/;
const mostPieces = 3;

/** A Dutch word as the known words of which it is made, "bank" and "bestanden"; empty where it is made of others. */
function piecesOf(word: string, most = mostPieces): readonly string[] {
  if (inEnglish.has(word)) return [word];
  if (most === 1) return [];
  for (let cut = word.length - 2; cut > 1; cut -= 1) {
    const first = word.slice(0, cut);
    const known = [first, first.replace(/s$/, ''), first.replace(/en$/, '')].find((one) =>
      inEnglish.has(one),
    );
    const rest = known === undefined ? [] : piecesOf(word.slice(cut), most - 1);
    if (known !== undefined && rest.length > 0) return [known, ...rest];
  }
  return [];
}

const longestWord = 40;

/**
 * Whether a word of one text is called in the other as its language does: "bankbestanden" and "bank files". Either text may be
 * the Dutch one.
 */
export function callsTheSame(one: readonly string[], other: readonly string[]): boolean {
  return names(one, new Set(other)) || names(other, new Set(one));
}

const names = (dutch: readonly string[], english: ReadonlySet<string>): boolean =>
  dutch.some((word) => {
    const pieces = word.length > longestWord || english.has(word) ? [] : piecesOf(word);
    const strong = pieces.some((piece) => !weak.test(piece));
    return (
      strong && pieces.every((piece) => inEnglish.get(piece)?.some((said) => english.has(said)))
    );
  });
