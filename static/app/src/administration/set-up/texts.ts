import { phrase } from '@fettle/kernel/names';
import type { Note, PlanGroup, Reason, ReasonCode, Verdict } from '@fettle/set-up/domain/plan';

const number = (value: number): string => value.toLocaleString('en-GB');

const counted = (count: number, one: string, many: string): string => `${number(count)} ${count === 1 ? one : many}`;

/** Those that there are, with their counts. */
const listed = (counts: readonly (readonly [count: number, words: string])[]): string =>
  counts.flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : [])).join(', ');

const alsoGetting = (others: number, what: string): string =>
  others === 1
    ? `1 other project uses ${what}, and gets them too.`
    : `${others} other projects use ${what}, and get them too.`;

const reasons: Readonly<Record<ReasonCode, (of: string) => string>> = {
  absent: () => 'There is none on this site yet.',
  'same-name': () => 'It is there by this name, and fits.',
  'other-name': (of) => phrase`“${of}” is there and fits.`,
  'known-before': (of) => phrase`Fettle has gone by it since the set-up; it is called “${of}” now.`,
  'other-shape': (of) => phrase`“${of}” is there, but is not a field of this kind; it stays as it is.`,
  'too-few-options': (of) => phrase`“${of}” is there, but has too few options; it stays as it is.`,
  'made-before': () => 'Fettle made it here before.',
  chosen: () => 'You chose so.',
  'in-team-managed-only': () => 'Only team-managed projects have one, each for itself.',
  'other-category': (of) => phrase`“${of}” is there, but stands for something else.`,
  'for-the-new-project': () => 'The new project needs it.',
  'no-new-project': () => 'No project is made.',
  'has-incidents': () => 'It has incidents: they get service levels.',
  'no-incidents': () => 'It has no incidents.',
  'team-managed': () => 'A team manages it by itself, and has no type called Incident.',
  'site-has-a-desk': () => 'There is a project with incidents already.',
  'site-has-no-desk': () => 'No project on this site has incidents yet.',
  'key-taken': (of) => phrase`The key ${of} is taken. Choose another below.`,
  'no-types-left': () => 'A project needs an issue type, and all of the above are left.',
  'not-there-any-more': () => 'What you chose is gone. Choose again.',
};

const notes: Readonly<Record<Note['code'], (note: Note) => string>> = {
  'fields-on-screens': ({ count = 0 }) =>
    `The fields above are put on ${counted(count, 'screen', 'screens')} of its incidents.`,
  'types-in-scheme': () => 'The issue types above are added to its issue type scheme.',
  'scheme-is-shared': ({ count = 0 }) => alsoGetting(count, 'that scheme'),
  'screen-is-shared': ({ count = 0 }) => alsoGetting(count, 'these screens'),
  'no-priority-matrix': () => 'Its fields are its own: priority does not follow from impact and urgency there.',
  'no-workflow': () => 'Its workflow is its own: ours cannot be used there.',
  'no-screens': () => 'Fields cannot be put on its screens from here.',
  'no-rule': () => 'Jira does not offer our rule for workflows: in ours an incident can wait without a reason.',
  'not-looked-into': () =>
    'The site has many such projects: the fields are put on its screens only if you choose what is to be done about it.',
  'near-name': ({ of = '' }) =>
    phrase`“${of}” is named much the same, but is not a field of this kind; it stays as it is.`,
  'near-name-fits': ({ of = '' }) => phrase`“${of}” is named much the same, and fits: adopt it if it means the same.`,
};

/** Everything the set-up page says. */
export const texts = {
  page: 'Set-up',
  answer: {
    changes: (count: number) => `${counted(count, 'change', 'changes')} to make`,
    parts: (create: number, extend: number, finish: number) =>
      listed([
        [create, 'to create'],
        [extend, 'to add to'],
        [finish, 'to finish'],
      ]),
    rest: (adopt: number, made: number, leave: number) =>
      listed([
        [adopt, adopt === 1 ? 'adopted as it is' : 'adopted as they are'],
        [made, 'made by Fettle'],
        [leave, 'left alone'],
      ]),
    ready: 'Everything is there',
    readyText: 'Nothing has to be made on this site. Let Fettle go by the plan as it stands.',
    otherMapping: 'Nothing to make, but Fettle does not go by this plan yet',
    asSetUp: (when: string) => `Set up on ${when}, and nothing has changed since`,
    drift: 'What has changed, what it means, and what to do',
    changed: (count: number) => `${counted(count, 'thing has', 'things have')} changed since the set-up`,
    plan: 'Nothing is changed until you apply the plan. Each line says why; you can decide otherwise.',
  },
  groups: {
    'issue-types': 'Issue types',
    fields: 'Fields',
    links: 'Links between issues',
    'new-project': 'A project to work in',
    projects: 'Projects that are there',
  } satisfies Record<PlanGroup, string>,
  verdicts: {
    create: 'Create',
    adopt: 'Adopt',
    leave: 'Leave',
    made: 'Made by Fettle',
  } satisfies Record<Verdict, string>,
  /** The same for a line for which the site is changed. */
  changing: { create: 'Create', adopt: 'Add to', leave: 'Leave', made: 'Finish' } satisfies Record<Verdict, string>,
  reason: ({ code, of = '' }: Reason) => reasons[code](of),
  note: (note: Note) => notes[note.code](note),
  adopts: (name: string) => phrase`as “${name}”`,
  decide: (name: string) => phrase`What to do about ${name}`,
  choose: {
    create: 'Create a new one',
    leave: 'Leave it alone',
    extend: 'Take it in, with our issue types',
    adopt: (name: string) => phrase`Adopt “${name}”`,
    keep: (name: string) => phrase`Keep “${name}”`,
    takeIn: 'Take it in',
  },
  mapping: {
    title: 'How Fettle reads this site',
    levels: (field: string) => phrase`Levels of ${field}`,
    levelsHelp:
      'Each option stands for a level or for none; the levels of impact and urgency together give the priority.',
    level: (option: string) => phrase`Level of ${option}`,
    levelNames: { 1: 'High', 2: 'Medium', 3: 'Low', 0: 'No level' } as Readonly<Record<number, string>>,
    priorities: 'Priorities',
    prioritiesHelp: 'What each level of priority is called here. The same priority may stand for several.',
    pausing: 'Statuses that pause',
    pausingHelp: 'While an incident is in one of these, its resolution clock stands still.',
    none: 'Without both fields, the priority that people set counts as it is.',
    statusOf: (status: string, project: string) => phrase`${status} in ${project}`,
  },
  project: { name: 'Name', key: 'Key', keyHelp: 'Two to ten capital letters or digits, a letter first.' },
  problems: {
    empty: 'It needs a name.',
    'too-long': 'At most 80 characters.',
    'malformed-key': 'Two to ten capital letters or digits, a letter first.',
  } as Readonly<Record<string, string>>,
  apply: (count: number) =>
    count === 0 ? 'Go by this plan' : `Apply ${counted(count, 'change', 'changes')} to this site`,
  nothingToApply: 'There is nothing to apply: the site is as the plan has it, and Fettle goes by it.',
  applying: {
    title: 'Setting up',
    progress: (done: number, all: number, left: string | undefined) =>
      `${done} of ${counted(all, 'change', 'changes')}${left === undefined ? '' : `, about ${left} left`}`,
    stop: 'Stop',
    stopped: 'Stopped. What was made stays; apply the plan again to go on where it stopped.',
    finished: 'The site is set up',
    finishedText: 'Incidents get their service levels from now on. Those that are open are being taken in.',
    refused: (what: string) => phrase`Jira would not take “${what}”`,
    refusedText: (words: string) => phrase`${words} Nothing was lost: what was made before stays, and the rest waits.`,
    stuck: 'The plan cannot be carried out to its end',
    notShown: (stage: string) =>
      phrase`Jira took “${stage}”, and does not show it yet. Apply the plan again in a minute.`,
    waits: (stage: string, on: string) => phrase`“${stage}” waits for “${on}”, which nothing in the plan makes.`,
    stuckHelp: 'What was made stays. Decide otherwise about what is missing, and apply the plan again.',
    busy: 'Somebody is applying the plan right now',
    busyText:
      'Nothing was done twice. Wait until it is done; a run that was cut off makes room for the next after half a minute.',
    again: 'Try again',
    failed: 'The set-up was interrupted',
    failedText: 'Nothing was lost. Apply the plan again: it goes on where it stopped.',
    seconds: (count: number) => counted(count, 'second', 'seconds'),
  },
  intake: {
    title: 'Open incidents',
    paused: (until: string) => `The hour’s share of Jira’s points is spent; it goes on at ${until}.`,
    done: (looked: number, taken: number) => {
      if (looked === 0) return 'There were no open incidents.';
      const all = `${counted(looked, 'open incident was', 'open incidents were')} looked at`;
      if (taken === 0) return `${all}; ${looked === 1 ? 'it had its clocks' : 'all of them had their clocks'} already.`;
      return looked === taken
        ? `${all} and taken in.`
        : `${all}; ${number(taken)} had no clocks yet and ${taken === 1 ? 'was' : 'were'} taken in.`;
    },
    failed: (count: number) =>
      `${counted(count, 'incident', 'incidents')} could not be taken in; the hourly run tries again.`,
  },
  removal: {
    title: 'Taking Fettle’s things away',
    help: 'Only what Fettle made here and nobody uses can go, after an export: what is taken away does not come back.',
    exportFirst:
      'Export everything first: things can be taken away for an hour after it, by whoever took it, as long as no setting changes.',
    mayGo: 'You have exported everything: for an hour things can be taken away, as long as no setting changes.',
    show: 'Show what Fettle made',
    none: 'Fettle has made nothing on this site.',
    uses: (count: number | 'unknown') => {
      if (count === 'unknown') return 'Jira does not show whether anybody uses it, so it stays';
      return count === 0 ? 'Nobody uses it' : `Used by ${counted(count, 'issue', 'issues')}`;
    },
    jiraTells: 'Jira says whether anything uses it when it is to go',
    busy: 'Somebody is changing the site right now; try again in half a minute.',
    remove: 'Take away',
    removeOf: (name: string) => phrase`Take away ${name}`,
    confirm: 'Take away for good',
    confirmOf: (name: string) => phrase`Take away ${name} for good`,
    keep: 'Keep it',
    removed: 'Taken away',
    refused: (words: string) => phrase`Jira keeps it: ${words}`,
    kinds: {
      project: 'Project',
      'workflow-scheme': 'Workflow scheme',
      'type-screen-scheme': 'Screen scheme by type',
      'screen-scheme': 'Screen scheme',
      screen: 'Screen',
      'type-scheme': 'Issue type scheme',
      workflow: 'Workflow',
      field: 'Field',
      'issue-type': 'Issue type',
      status: 'Status',
    } as Readonly<Record<string, string>>,
    stays:
      'The two link types and the entries in issues’ histories stay. When Fettle is uninstalled, its own field Next due goes with it, and it asks Jira to take its property off all issues; those that it may not edit then, as archived ones, keep it.',
    export: 'Export everything Fettle keeps',
    exporting: (count: number) => `${number(count)} records so far`,
    exported: (count: number) => `${counted(count, 'record', 'records')} saved`,
    exportFailed: 'The app did not answer. Nothing was saved; try again.',
  },
} as const;
