import type { IncidentKind } from './kind';

/** Laptops, printers, rooms and accounts. */
export const workplaceIncidents: readonly IncidentKind[] = [
  {
    summary: 'Laptop does not wake from sleep after the October update ({})',
    description:
      'Since the update the screen stays black when the lid is opened. Only holding the power button for ten seconds helps, and open work is lost.\n\n- Happens two or three times a day\n- Docked and undocked alike\n- Seen on several machines in {}',
    category: 'Hardware',
    service: 'Laptops',
    project: 'DESK',
    question: 'Which BIOS version does the machine show when it starts? It stands at the bottom left.',
    cause:
      'The update had turned on a sleep state that this model does not leave. The firmware 1.14 mends it and was pushed.',
    at: [
      ['Finance', 4],
      ['Design team', 4],
      ['Warehouse Gdańsk', 3],
      ['Field sales', 5],
    ],
  },
  {
    summary: 'Badge printer prints blank cards at {}',
    description: 'Cards come out white. A test page from the printer itself looks right, so ribbon and head seem fine.',
    category: 'Hardware',
    service: 'Printing',
    project: 'DESK',
    question: 'Could you send a photo of the settings page that the printer prints when both buttons are held?',
    cause: 'The driver had fallen back to a generic one. The vendor’s driver is installed again and pinned.',
    at: [
      ['reception Oslo', 5],
      ['reception Berlin', 4],
      ['the Accra office', 5],
      ['plant 2', 3],
    ],
  },
  {
    summary: 'Meeting room {}: no sound in calls',
    description: 'The far end hears us, we hear nobody. The speaker plays its start-up tune, so it is not broken.',
    category: 'Hardware',
    service: 'Meeting rooms',
    project: 'DESK',
    question: 'Which sound output is chosen in the call’s settings on the room’s panel?',
    cause: 'After a power cut the room system had chosen the display as its speaker. It is set back and locked.',
    at: [
      ['Fjord', 5],
      ['Spree', 4],
      ['Volta', 4],
      ['Board room', 3],
    ],
  },
  {
    summary: 'New starter has no access to {}',
    description:
      'They started on Monday and cannot open it: “You do not have permission.” The form was approved last week.',
    category: 'Access',
    service: 'Identity',
    project: 'DESK',
    question: 'Could you tell us the number of the approved form, or who approved it?',
    cause:
      'The request had been approved after the nightly import. The group was added by hand and the import now runs hourly.',
    at: [
      ['the payroll archive', 4],
      ['the design library', 5],
      ['the ticketing reports', 5],
      ['the trading floor tools', 3],
    ],
  },
  {
    summary: 'Second factor codes are refused for {}',
    description: 'Every code from the authenticator app is called invalid. Push messages do not arrive at all.',
    category: 'Access',
    service: 'Identity',
    project: 'DESK',
    question: 'Is the phone’s clock set by the network? A minute’s difference is enough.',
    cause:
      'The phones’ clocks were off by more than 90 seconds after a carrier fault. Set to network time, the codes pass.',
    at: [
      ['field engineers', 3],
      ['the night shift', 2],
      ['two contractors', 4],
      ['the Lisbon team', 4],
    ],
  },
  {
    summary: 'Locked out after the password change, {}',
    description: 'The new password works in the browser, but the account locks again within minutes.',
    category: 'Access',
    service: 'Identity',
    project: 'DESK',
    question: 'Is there a phone or an old laptop that still fetches mail with the old password?',
    cause: 'An old tablet kept trying the old password. Its profile was removed and the account stays open.',
    at: [
      ['controller', 4],
      ['head of logistics', 3],
      ['works council', 5],
      ['shift lead', 4],
    ],
  },
  {
    summary: 'Docking stations drop both screens every few minutes at {}',
    description:
      'Screens go dark for two seconds and windows jump about. Ten desks of the row, all the same model of dock.',
    category: 'Hardware',
    service: 'Laptops',
    project: 'DESK',
    question: 'Does it stop when the network cable is pulled from the dock?',
    cause: 'A faulty power strip under the row. It was replaced and the docks have stayed on for a day.',
    at: [
      ['floor 3', 4],
      ['the support area', 3],
      ['the Kraków office', 4],
      ['the training room', 5],
    ],
  },
];
