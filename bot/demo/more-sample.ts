interface Scene {
  /** A working day about so many days from today. */
  readonly in: (days: number) => string;
  /** The quarter of today. */
  readonly period: string;
  readonly jan: readonly unknown[];
  readonly sanne: readonly unknown[];
  readonly lotte: readonly unknown[];
}

/** The open duties of the demo that are about incidents, agreements, people, data and lines. */
export function moreSampleDuties(scene: Scene): readonly unknown[] {
  return [
    {
      kind: 'verify-incident',
      system: 'Unit4 Personeel & Salaris',
      reference: 'INC-3087',
      title: 'Loonstrook van een collega zichtbaar',
      assignees: scene.jan,
      dueOn: scene.in(3),
      details: {
        solution:
          'De rechten op het archief met loonstroken zijn hersteld. Iedereen ziet nu alleen de eigen loonstroken.',
        summary: 'Enkele medewerkers konden na de update de loonstrook van een collega openen.',
        cause: 'Bij de update zijn de rechten van het archief niet overgenomen.',
        security: true,
        personalData: true,
      },
    },
    {
      kind: 'transfer-securely',
      system: 'Unit4 Financials',
      reference: 'OVD-0218',
      title: 'Debiteurenbestand voor de proefmigratie',
      assignees: scene.jan,
      dueOn: scene.in(5),
      details: {
        data: 'Het debiteurenbestand met ongeveer 1.200 klanten, met namen, adressen en rekeningnummers.',
        recipient: 'Supportdesk Unit4 Bedrijfssoftware',
        personalData: true,
      },
    },
    {
      kind: 'read-agreement',
      system: 'Unit4 Bedrijfssoftware',
      reference: 'VWO-2026-2',
      title: 'Nieuwe verwerkersovereenkomst',
      assignees: [...scene.jan, ...scene.lotte],
      dueOn: scene.in(14),
      details: {
        document: 'Verwerkersovereenkomst Unit4 Bedrijfssoftware',
        version: '2026-2',
        url: 'https://voorbeeld.nl/verwerkersovereenkomst-2026-2',
        changes:
          'Artikel 5: een datalek wordt binnen 24 uur gemeld. Artikel 7: er is één subverwerker bij gekomen.',
        obligations: ['Datalek binnen 24 uur melden', 'Meldpunt aan medewerkers vertellen'],
      },
    },
    {
      kind: 'inform-staff',
      system: 'Unit4 Bedrijfssoftware',
      reference: 'BEWUST-2026-Q4',
      title: 'De zeven vuistregels van informatiebeveiliging',
      assignees: [...scene.jan, ...scene.sanne],
      dueOn: scene.in(20),
      details: {
        topic:
          'Bespreek de zeven vuistregels van informatiebeveiliging met je team: wachtwoorden, verdachte mail, je scherm vergrendelen.',
        url: 'https://voorbeeld.nl/zeven-vuistregels',
        audience: 'Team Financiën, vast en tijdelijk',
      },
    },
    {
      kind: 'check-capacity',
      system: 'Unit4 Bedrijfssoftware',
      reference: 'CAP-2026-Q4',
      title: 'Zijn onze verbindingen snel genoeg?',
      assignees: [...scene.jan, ...scene.sanne],
      dueOn: scene.in(10),
      details: {
        period: scene.period,
        locations: ['Kantoor Breda', 'Kantoor Zwolle', 'Thuiswerkers'],
      },
    },
  ];
}
