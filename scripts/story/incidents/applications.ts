import type { IncidentKind } from './kind';

/** Software that the business works with. */
export const applicationIncidents: readonly IncidentKind[] = [
  {
    summary: 'Payroll export stops with an error for {}',
    description:
      'The run ends after some 400 of 2,100 people.\n\n    ERR 4711: cost centre missing for period\n\nThe bank needs the file by tomorrow noon.',
    category: 'Software',
    service: 'Payroll',
    project: 'DESK',
    question: 'Was a cost centre closed or renamed this month?',
    cause: 'Three cost centres had been closed with people still in them. They were moved and the export ran through.',
    at: [
      ['Germany', 2],
      ['Mexico', 3],
      ['Ghana', 3],
      ['temporary staff', 3],
    ],
  },
  {
    summary: 'Orders of {} are stuck in “checking”',
    description: 'Orders since this morning do not leave the state “checking”. Customers have begun to ring.',
    category: 'Software',
    service: 'Order management',
    project: 'PLAT',
    question: 'Could you give us the numbers of three stuck orders?',
    cause:
      'The credit check answered with a new field that our side refused. It is read over now and the queue is empty.',
    at: [
      ['the web shop', 1],
      ['dealers', 2],
      ['the spare parts portal', 3],
      ['marketplaces', 2],
    ],
  },
  {
    summary: 'Report “{}” shows last week’s figures',
    description: 'The date at the top is today’s, the figures are not. Refreshing changes nothing.',
    category: 'Data',
    service: 'Reporting',
    project: 'PLAT',
    question: 'Which figure did you expect, and where does it stand right?',
    cause:
      'The nightly load had been skipped twice after a changed password. It was loaded by hand and watched for two nights.',
    at: [
      ['Open orders', 3],
      ['Cash position', 2],
      ['Stock by site', 3],
      ['Head count', 5],
    ],
  },
  {
    summary: 'Expense receipts cannot be uploaded from {}',
    description: 'The picture uploads to 100 % and then the form says “Something went wrong”.',
    category: 'Software',
    service: 'Expenses',
    project: 'DESK',
    question: 'Which format do the pictures have, and how large are they?',
    cause: 'The store refused pictures in HEIC since its update. They are converted on the way now.',
    at: [
      ['iPhones', 4],
      ['the travel app', 4],
      ['shared tablets', 5],
      ['the Oslo office', 5],
    ],
  },
  {
    summary: 'Warehouse scanners log out in the middle of picking ({})',
    description: 'About every 20 minutes the scanner asks for its badge again and the open pick is lost.',
    category: 'Software',
    service: 'Warehouse management',
    project: 'PLAT',
    question: 'What does the scanner show as its version under “About”?',
    cause:
      'The session length had been shortened for all devices instead of for browsers. It is set back for scanners.',
    at: [
      ['Gdańsk night shift', 2],
      ['returns', 3],
      ['Nagoya', 3],
      ['cold store', 3],
    ],
  },
  {
    summary: 'Search finds nothing in {}',
    description: 'Every search has no results, even for titles that are open in the next tab.',
    category: 'Software',
    service: 'Knowledge base',
    project: 'PLAT',
    question: 'Does it find pages that were made before the weekend?',
    cause: 'The index had been left read-only when its disk ran full. It has room again and was built anew.',
    at: [
      ['the knowledge base', 3],
      ['the contract archive', 4],
      ['the parts catalogue', 3],
      ['the old intranet', 5],
    ],
  },
  {
    summary: 'Signature service rejects contracts of {}',
    description: 'Documents come back unsigned: “certificate chain incomplete”. It worked yesterday.',
    category: 'Software',
    service: 'Contracts',
    project: 'DESK',
    question: 'Is it every document or only those with more than one signatory?',
    cause: 'The provider had changed its intermediate certificate. The new chain is trusted.',
    at: [
      ['sales', 3],
      ['purchasing', 4],
      ['human resources', 4],
      ['the legal department', 3],
    ],
  },
  {
    summary: 'Spreadsheet add-in for {} crashes on start',
    description: 'A window flashes and is gone; the ribbon stays grey. Restarting did not help.',
    category: 'Software',
    service: 'Office software',
    project: 'DESK',
    question: 'Is the 32-bit or the 64-bit edition installed? It stands under Account, About.',
    cause: 'The add-in did not fit the edition that the update had brought. The matching one is rolled out.',
    at: [
      ['planning', 4],
      ['treasury', 3],
      ['pricing', 4],
      ['audit', 5],
    ],
  },
];
