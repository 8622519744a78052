import { Bill } from '../platform/bill';
import { Faults } from '../platform/faults';
import { Functions } from '../platform/functions';
import { Mails } from '../platform/mailbox-page';
import { Scopes } from '../platform/scopes';
import { SiteSwitches } from '../platform/site-switches';
import { Storage } from '../platform/storage';
import { Timers } from '../platform/timers';
import { Waiting } from '../platform/waiting';

/** What the platform shows of itself, in the drawer and on its page. */
export const views = [
  { path: 'functions', title: 'Functions', View: Functions },
  { path: 'queues', title: 'Queues', View: Waiting },
  { path: 'timers', title: 'Timers', View: Timers },
  { path: 'storage', title: 'Storage', View: Storage },
  { path: 'bill', title: 'Bill', View: Bill },
  { path: 'faults', title: 'Faults', View: Faults },
  { path: 'site', title: 'Licence and access', View: SiteSwitches },
  { path: 'mail', title: 'Mail', View: Mails },
  { path: 'scopes', title: 'Scopes', View: Scopes },
];
