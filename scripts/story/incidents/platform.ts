import type { IncidentKind } from './kind';

/** What the business’s own software runs on. */
export const platformIncidents: readonly IncidentKind[] = [
  {
    summary: 'Checkout answers with 502 in {}',
    description:
      'About a third of payments fail since the last quarter of an hour.\n\n    upstream prematurely closed connection while reading response header\n\nCarts are kept, so nothing is lost.',
    category: 'Platform',
    service: 'Web shop',
    project: 'PLAT',
    question: 'Can you see it in more than one browser?',
    cause:
      'A pool of connections to the payment provider was used up by hanging ones. Time-outs are set and the pool is watched.',
    at: [
      ['Europe', 1],
      ['North America', 2],
      ['the staff shop', 4],
      ['the staging shop', 5],
    ],
  },
  {
    summary: 'Disk on {} is nearly full',
    description: '96 % used and growing by 1 % an hour. The oldest logs are from yesterday, so it is not they.',
    category: 'Platform',
    service: 'Databases',
    project: 'PLAT',
    question: 'May yesterday’s snapshots be removed?',
    cause: 'A forgotten replication slot kept its log. It was dropped and an alarm set at 80 %.',
    at: [
      ['db-orders-2', 2],
      ['db-reporting', 3],
      ['build-runner-5', 4],
      ['the image store', 3],
    ],
  },
  {
    summary: 'Certificate of {} has run out',
    description: 'Browsers warn since midnight, clients that check refuse to connect.',
    category: 'Platform',
    service: 'Certificates',
    project: 'PLAT',
    question: 'Which clients pin the old certificate?',
    cause:
      'Renewal had failed for a month, and its mail went to somebody who left. It is renewed; alarms go to the rota.',
    at: [
      ['the partner API', 2],
      ['the internal registry', 3],
      ['status page', 3],
      ['the training portal', 4],
    ],
  },
  {
    summary: 'Nightly backup of {} failed twice in a row',
    description: 'The job ends with “snapshot not found”. The last good one is three days old.',
    category: 'Data',
    service: 'Backup',
    project: 'PLAT',
    question: 'Was the volume moved or renamed this week?',
    cause:
      'The volume had moved to another zone and the job still named the old one. It ran by hand and over the next night.',
    at: [
      ['the file server', 3],
      ['the finance database', 2],
      ['the wiki', 4],
      ['the CRM', 3],
    ],
  },
  {
    summary: 'Deployments to {} hang in “waiting for approval”',
    description: 'Approved by two people, and still waiting. A new run behaves the same.',
    category: 'Platform',
    service: 'Build and release',
    project: 'PLAT',
    question: 'Which run number, and who approved it?',
    cause: 'The approvers’ group had been renamed and the rule still named the old one.',
    at: [
      ['production', 3],
      ['the mobile channel', 4],
      ['the data platform', 4],
      ['the sandbox', 5],
    ],
  },
  {
    summary: 'Queue of {} grows and is not worked off',
    description: '40,000 messages and counting, all workers are up and idle.',
    category: 'Platform',
    service: 'Messaging platform',
    project: 'PLAT',
    question: 'Was a new kind of message released lately?',
    cause:
      'One message could not be read and was put back for ever. It was set aside, and such are from now on after five attempts.',
    at: [
      ['invoicing', 2],
      ['shipment notices', 3],
      ['search indexing', 4],
      ['newsletter sign-ups', 5],
    ],
  },
  {
    summary: 'Sign-in takes more than a minute at {}',
    description: 'It works in the end. Those who are signed in already notice nothing.',
    category: 'Access',
    service: 'Identity',
    project: 'PLAT',
    question: 'Does a private window make a difference?',
    cause: 'A domain controller far away answered first since the site link’s cost was changed. It is set back.',
    at: [
      ['the Tokyo office', 3],
      ['the dealer portal', 3],
      ['virtual desktops', 2],
      ['the learning platform', 5],
    ],
  },
  {
    summary: 'Metrics of {} are missing since the weekend',
    description: 'Dashboards are empty, alarms are silent, and silence is what worries us.',
    category: 'Platform',
    service: 'Monitoring',
    project: 'PLAT',
    question: 'Are logs of the same hosts still coming in?',
    cause:
      'The collector had been updated and did not read its old settings. They are translated and a check for silence was added.',
    at: [
      ['the payment services', 2],
      ['the Kraków cluster', 4],
      ['the build farm', 5],
      ['edge nodes', 4],
    ],
  },
];
