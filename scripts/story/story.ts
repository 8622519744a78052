import { chance } from '../../devsite/chance';
import { courseOf } from './course';
import type { Deed } from './deed';
import type { Fate } from './fate';
import { type IncidentText, incidentTexts } from './incident-texts';
import { pastFate } from './past';
import { fateOf, standings } from './standing';

const seed = 120;

/** A hundred and twenty incidents of thirty days, as the deeds of people in order of time. */
export function storyDeeds(): readonly Deed[] {
  const fates = allFates().toSorted((a, b) => a.raisedAt - b.raisedAt);
  return [...fates.flatMap(courseOf), ...links(fates)].sort((a, b) => a.at - b.at);
}

function allFates(): readonly Fate[] {
  const texts = incidentTexts.toSorted((a, b) => chance(seed, a.summary) - chance(seed, b.summary));
  const taken = new Set<IncidentText>();
  const open = standings.map((standing) => {
    const fitting = texts.filter((candidate) => candidate.priority === standing.priority && !taken.has(candidate));
    const text = fitting.find(({ service }) => ![...taken].some((other) => other.service === service)) ?? fitting[0];
    if (!text) throw new Error(`No incident of priority ${standing.priority} is left to tell.`);
    taken.add(text);
    return fateOf(standing, text);
  });
  const past = texts.filter((text) => !taken.has(text));
  return [...open, ...past.map((text, place) => pastFate(text, place, past.length))];
}

/** Some incidents remind whoever answers them of the one before of the same service. */
function links(fates: readonly Fate[]): readonly Deed[] {
  return fates.flatMap((fate, incident): readonly Deed[] => {
    const before = fates.findLastIndex((other, place) => place < incident && isAlike(fate, other));
    const answer = courseOf(fate, incident).find(({ act }) => act.kind === 'move');
    if (before < 0 || !answer || chance(seed, 'link', incident) > 0.4) return [];
    const type = chance(seed, 'duplicate', incident) < 0.2 ? 'Duplicate' : 'Relates';
    return [{ ...answer, at: answer.at + 40_000, act: { kind: 'link', type, to: before } }];
  });
}

const isAlike = (one: Fate, other: Fate): boolean => one.text.service === other.text.service;
