import type { IncidentKind } from './kind';

/** Lines, wireless, names, and mail on its way. */
export const networkIncidents: readonly IncidentKind[] = [
  {
    summary: 'VPN drops every few minutes for {}',
    description:
      'The tunnel comes up, holds for three to five minutes and falls. Reconnecting works at once.\n\n    tun0: keepalive timeout after 30 s\n    reconnecting to gateway 2',
    category: 'Network',
    service: 'Remote access',
    project: 'DESK',
    question: 'Does it happen on a phone’s hotspot too? That would rule out the home router.',
    cause: 'Gateway 2 had run out of session handles. It was restarted and its limit doubled.',
    at: [
      ['home workers in Norway', 2],
      ['the Mexico City team', 2],
      ['finance at month end', 2],
      ['a supplier’s technicians', 4],
    ],
  },
  {
    summary: 'No wireless in {}',
    description: 'Devices see the network and never get an address. Cables work.',
    category: 'Network',
    service: 'Wireless',
    project: 'DESK',
    question: 'Do guests on the visitor network get an address there?',
    cause:
      'The address pool of the VLAN was used up by scanners that never gave theirs back. The pool is wider and leases are shorter.',
    at: [
      ['warehouse hall B', 2],
      ['the canteen', 5],
      ['the Accra office', 2],
      ['the ground floor labs', 3],
    ],
  },
  {
    summary: 'Site {} is offline',
    description:
      'Nothing answers since a few minutes ago, the firewall’s second line included. The branch is working from phones.\n\n- 140 people\n- Tills and scanners stand still',
    category: 'Network',
    service: 'Wide area network',
    project: 'DESK',
    question: 'Are the lamps on the provider’s box green or red? It is the white one at the top of the rack.',
    cause: 'The provider had cut the fibre in road works. Traffic was moved to the mobile line until it was spliced.',
    at: [
      ['Gdańsk', 1],
      ['Porto', 1],
      ['Nagoya', 2],
      ['Puebla', 1],
    ],
  },
  {
    summary: 'Name resolution fails now and then for {}',
    description: 'One of ten look-ups fails. Trying again helps. It began with the change window on Saturday.',
    category: 'Network',
    service: 'Name service',
    project: 'PLAT',
    question: 'From which subnet do the failing look-ups come?',
    cause: 'One of three resolvers still had the old forwarder. It was drained, corrected and put back.',
    at: [
      ['the build servers', 3],
      ['internal APIs', 2],
      ['the Tokyo cluster', 3],
      ['test environments', 4],
    ],
  },
  {
    summary: 'Mail to {} is delayed by hours',
    description:
      'Messages leave our side at once and arrive two to four hours later. Headers show the wait at the relay.',
    category: 'Messaging',
    service: 'Mail',
    project: 'DESK',
    question: 'Could you attach a delayed message as a file, so that we see all of its headers?',
    cause:
      'The relay had been put on a grey list after a burst of newsletters. It is off the list and newsletters go another way.',
    at: [
      ['customers at large providers', 2],
      ['the tax office', 3],
      ['suppliers in Japan', 3],
      ['job applicants', 4],
    ],
  },
  {
    summary: 'Shared mailbox {} has vanished from Outlook',
    description: 'It was there on Friday. Opening it by name says that the folder cannot be found.',
    category: 'Messaging',
    service: 'Mail',
    project: 'DESK',
    question: 'Who else of the team should see it, and do they?',
    cause: 'The group that grants it was cleaned up with others that looked empty. It is restored with its members.',
    at: [
      ['invoices@', 3],
      ['press@', 4],
      ['warranty@', 3],
      ['facilities@', 5],
    ],
  },
  {
    summary: 'Calls to the hotline of {} are cut after 30 seconds',
    description: 'Callers hear the greeting, then silence, then the line is dead. Outgoing calls are fine.',
    category: 'Network',
    service: 'Telephony',
    project: 'DESK',
    question: 'Is it every call, or only those that were transferred?',
    cause: 'A session timer on the new border controller. It was turned off for this carrier.',
    at: [
      ['customer care', 1],
      ['the spare parts desk', 2],
      ['the clinic', 2],
      ['recruiting', 3],
    ],
  },
];
