import { chance } from '../../devsite/chance';
import type { Fate, Stop } from './fate';
import type { IncidentText } from './incident-texts';
import { officeHours, type Service, serviceOf, storyEnd, storyStart } from './service-time';

const hour = 60 * 60_000;
const day = 24 * hour;
const seed = 20_261_116;

/** What is over by the end: most of it in time, some late, some waited, some came back. */
export function pastFate(text: IncidentText, place: number, of: number): Fate {
  const draw = (what: string, from: number, to: number) => from + chance(seed, what, text.summary) * (to - from);
  const happens = (what: string, share: number) => chance(seed, what, text.summary) < share;
  const service = serviceOf(text.priority);
  const raisedAt = raised(text, storyStart + 2 * hour + ((place + draw('raised', 0, 1)) / of) * 27 * day, draw);
  const most = (0.9 * service.elapsed(raisedAt, storyEnd - 2 * hour)) / service.resolution;
  const late = text.priority <= 3 && happens('late', 0.18);
  const resolved = Math.min(late ? draw('how late', 1.05, 1.5) : draw('how soon', 0.12, 0.72), most);
  const answered = Math.min(answeredAt(happens, draw), (0.6 * resolved * service.resolution) / service.response);
  const soonest = (1.2 * answered * service.response) / service.resolution;
  const stops = stopsOf({ soonest, resolved }, happens, draw);
  const growsUrgent = text.priority >= 4 && resolved < 0.4 && happens('grows urgent', 0.2);
  const fate = { text, raisedAt, answered, stops: [...stops, { why: 'resolved', at: resolved } as const], growsUrgent };
  return isOver(fate, service) ? fate : { ...fate, stops: fate.stops.slice(-1) };
}

type Draw = (what: string, from: number, to: number) => number;
type Happens = (what: string, share: number) => boolean;

/** People notice small things while they work, large ones at any time. */
const raised = ({ priority }: IncidentText, at: number, draw: Draw): number =>
  Math.round((priority <= 2 ? at : officeHours.after(at, draw('noticed', 0, 3 * hour))) / 1_000) * 1_000;

function answeredAt(happens: Happens, draw: Draw): number {
  if (happens('answered late', 0.09)) return draw('answered how late', 1.05, 1.6);
  return happens('answered in time only just', 0.08) ? draw('answered', 0.78, 0.95) : draw('answered', 0.15, 0.7);
}

function stopsOf(
  { soonest, resolved }: { readonly soonest: number; readonly resolved: number },
  happens: Happens,
  draw: Draw,
): readonly Required<Stop>[] {
  const at = (share: number) => soonest + share * (resolved - soonest);
  const stop = (why: Stop['why'], share: number, least: number, most: number): Required<Stop> => ({
    why,
    at: at(share),
    lasts: Math.round(draw(`lasts ${why}`, least, most) / 1_000) * 1_000,
  });
  return [
    ...(happens('customer', 0.24) ? [stop('customer', 0.3, 2 * hour, 30 * hour)] : []),
    ...(happens('supplier', 0.09) ? [stop('supplier', 0.5, 20 * hour, 3 * day)] : []),
    ...(happens('change', 0.06) ? [stop('change', 0.6, 16 * hour, 2 * day)] : []),
    ...(happens('came back', 0.08) ? [stop('resolved', 0.8, 4 * hour, 40 * hour)] : []),
  ];
}

function isOver({ raisedAt, stops }: Fate, { after, resumed, resolution }: Service): boolean {
  let at = raisedAt;
  let used = 0;
  for (const stop of stops) {
    at = after(at, (stop.at - used) * resolution);
    used = stop.at;
    if (stop.lasts !== undefined) at = resumed(at + stop.lasts);
  }
  return at < storyEnd - hour;
}
