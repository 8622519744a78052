import { chance } from '../../devsite/chance';
import { admin, agents, deskManager, type Member, platformManager, requesters } from './cast';
import type { Act, Deed } from './deed';
import type { Fate, Stop } from './fate';
import type { IncidentText } from './incident-texts';
import { remarks } from './remarks';
import { officeHours, serviceOf, storyEnd } from './service-time';

const second = 1_000;
const minute = 60 * second;
const day = 24 * 60 * minute;
const seed = 7;

/** What people do about an incident of this fate, in order. */
export function courseOf(fate: Fate, incident: number): readonly Deed[] {
  const { text, raisedAt } = fate;
  const people = peopleOf(text);
  const does = (at: number, by: Member, act: Act): Deed => ({ at, by: by.accountId, incident, act });
  const telling: Telling = { fate, people, does, pick: (from, what) => picked(from, text, what) };
  const deeds = [
    does(raisedAt, people.reporter, { kind: 'raise', text, ...levelsOf(fate) }),
    ...answer(telling),
    ...stopDeeds(telling),
  ];
  return deeds.filter(({ at }) => at <= storyEnd - 5 * minute).sort((a, b) => a.at - b.at);
}

interface Telling {
  readonly fate: Fate;
  readonly people: People;
  readonly does: (at: number, by: Member, act: Act) => Deed;
  readonly pick: <One>(from: readonly One[], what: string) => One;
}

interface People {
  readonly reporter: Member;
  readonly assignee: Member;
  /** Who hands it to the assignee. */
  readonly manager: Member;
}

function peopleOf(text: IncidentText): People {
  const assignee = picked(agents, text, 'assignee');
  const manager = text.project === 'DESK' ? deskManager : platformManager;
  const others = [admin, ...agents.filter((agent) => agent !== assignee), ...requesters, ...requesters];
  const reporter = picked(text.priority === 1 ? [...requesters, admin] : [...others, ...requesters], text, 'reporter');
  return { reporter, assignee, manager };
}

const picked = <One>(from: readonly One[], { summary }: IncidentText, what: string): One =>
  from[Math.floor(chance(seed, what, summary) * from.length)] as One;

/** Impact and urgency that the usual matrix makes this priority of; what grows urgent is not urgent yet. */
function levelsOf({ text, growsUrgent }: Fate): { readonly impact: number; readonly urgency: number } {
  const sum = text.priority + 1;
  const pairs = [1, 2, 3].flatMap((impact) => [1, 2, 3].map((urgency) => ({ impact, urgency })));
  const fitting = pairs.filter(({ impact, urgency }) => impact + urgency === sum && (!growsUrgent || urgency > 1));
  return picked(fitting, text, 'levels');
}

function answer({ fate, people, does, pick }: Telling): readonly Deed[] {
  const { text, raisedAt, answered } = fate;
  const { reporter, assignee, manager } = people;
  const { response, after } = serviceOf(text.priority);
  const assigned = does(after(raisedAt, 0.5 * (answered ?? 0.4) * response), manager, {
    kind: 'assign',
    to: assignee.accountId,
  });
  if (answered === undefined) return [assigned];
  const at = after(raisedAt, answered * response);
  const noted = after(at, 0.4 * response);
  return [
    assigned,
    does(at, assignee, { kind: 'comment', text: pick(remarks.answers, 'answer') }),
    does(at + 20 * second, assignee, { kind: 'move', transition: 'Start work' }),
    ...(fate.growsUrgent
      ? [does(at + 5 * minute, assignee, { kind: 'urgency', urgency: levelsOf(fate).urgency - 1 })]
      : []),
    ...(pick([true, true, false], 'asks') && firstStop(fate) > noted
      ? [does(noted, reporter, { kind: 'comment', text: pick(remarks.nudges, 'nudge') })]
      : []),
  ];
}

/** When the clock first stands, or the story ends. */
function firstStop({ text, raisedAt, stops }: Fate): number {
  const { resolution, after } = serviceOf(text.priority);
  return stops[0] ? after(raisedAt, stops[0].at * resolution) : storyEnd;
}

function stopDeeds(telling: Telling): readonly Deed[] {
  const { text, raisedAt, stops } = telling.fate;
  const { resolution, after, resumed } = serviceOf(text.priority);
  let at = raisedAt;
  let used = 0;
  return stops.flatMap((stop) => {
    const from = after(at, (stop.at - used) * resolution);
    const to = stop.lasts === undefined ? undefined : resumed(from + stop.lasts);
    used = stop.at;
    at = to ?? from;
    return stop.why === 'resolved' ? resolving(telling, from, to) : waiting(telling, stop, from, to);
  });
}

function resolving({ fate, people, does, pick }: Telling, at: number, cameBack: number | undefined): readonly Deed[] {
  const { reporter, assignee, manager } = people;
  const closed = officeHours.after(at + 3 * day, 20 * minute);
  const resolved = [
    does(at - 40 * second, assignee, {
      kind: 'comment',
      text: cameBack === undefined ? fate.text.cause : pick(remarks.tooSoon, 'too soon'),
    }),
    does(at, assignee, { kind: 'move', transition: 'Resolve' }),
  ];
  if (cameBack === undefined) return [...resolved, does(closed, manager, { kind: 'move', transition: 'Close' })];
  return [
    ...resolved,
    does(cameBack - 30 * second, reporter, { kind: 'comment', text: pick(remarks.cameBack, 'came back') }),
    does(cameBack, reporter, { kind: 'move', transition: 'Reopen' }),
  ];
}

const waits = {
  customer: 'Ask the customer',
  supplier: 'Hand to the supplier',
  change: 'Wait for a change',
} as const;

function waiting(telling: Telling, { why }: Stop, from: number, to: number | undefined): readonly Deed[] {
  if (why === 'resolved') return [];
  const { fate, people, does, pick } = telling;
  const { reporter, assignee } = people;
  const asked = why === 'customer' ? fate.text.question : pick(remarks.waits[why], `waits ${why}`);
  const told = why === 'customer' ? reporter : assignee;
  const followUp = { kind: 'follow up', summary: `Follow-up: ${fate.text.summary}` } as const;
  return [
    does(from - 30 * second, assignee, { kind: 'comment', text: asked }),
    ...(why === 'change' ? [does(from - 10 * second, assignee, followUp)] : []),
    does(from, assignee, { kind: 'move', transition: waits[why] }),
    ...(to === undefined
      ? []
      : [
          does(to - 50 * second, told, { kind: 'comment', text: pick(remarks.goesOn[why], `goes on ${why}`) }),
          does(to, assignee, { kind: 'move', transition: 'Resume work' }),
        ]),
  ];
}
