import type { Problem } from '@fettle/rpc/contract';
import type { DefinitionPreview } from '@fettle/sla/contract';
import type { DefinitionDraft, RunningClocks } from '@fettle/sla/domain/draft';
import { firstMatches, goalCountQueries } from '@fettle/sla/domain/goal-counts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { countIssues, ifAnswered } from '../../jira/ask-jira';
import { ask, type Output } from '../../rpc/rpc';
import { unready } from './new-definition';

/** How long after the last edit, in milliseconds, the draft is judged without being asked. */
const settled = 1_200;

type Checked = Pick<Judgement, 'problems' | 'warnings' | 'asked'>;

export type Preview =
  | { readonly state: 'waiting' | 'looking' | 'unfit' | 'failed' }
  | { readonly state: 'ready'; readonly value: DefinitionPreview };

export interface Judgement {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly asked: Output<'checkDefinition'>['asked'];
  /** By goal, how many open issues it is the first to match; undefined where Jira does not say. */
  readonly counts: readonly (number | undefined)[] | undefined;
  readonly preview: Preview;
  /** Judges the draft as it is now, where it was not yet. */
  readonly judge: () => void;
  /** Judges it whether or not it was, and tries it. */
  readonly look: () => void;
}

interface JudgedDraft {
  readonly id: string | undefined;
  readonly draft: DefinitionDraft;
  readonly running: RunningClocks;
  readonly incidentTypes: readonly string[];
}

const unknown: Checked = { problems: [], warnings: [], asked: [] };

/** What the app and Jira say of a draft: asked as a field is left, and a moment after the last edit. */
export function useJudgement({ id, draft, running, incidentTypes }: JudgedDraft): Judgement {
  const [checked, setChecked] = useState(unknown);
  const [counts, setCounts] = useState<Judgement['counts']>();
  const [preview, setPreview] = useState<Preview>({ state: 'waiting' });
  const lacking = unready(draft);
  const isReady = lacking.length === 0;
  const last = useRef({ judged: '', looks: 0 });

  const judge = useCallback(() => {
    const wanted = JSON.stringify(draft);
    if (!isReady || last.current.judged === wanted) return;
    last.current.judged = wanted;
    const isLatest = () => last.current.judged === wanted;
    void check(id, draft).then((found) => isLatest() && found && setChecked(found));
    void countGoals(draft, incidentTypes).then((found) => isLatest() && setCounts(found));
  }, [id, draft, isReady, incidentTypes]);

  const look = useCallback(() => {
    last.current.looks += 1;
    const turn = last.current.looks;
    setPreview({ state: isReady ? 'looking' : 'unfit' });
    if (isReady) void tried(id, draft, running).then((found) => turn === last.current.looks && setPreview(found));
  }, [id, draft, running, isReady]);

  useEffect(() => {
    const timer = setTimeout(() => {
      judge();
      look();
    }, settled);
    return () => clearTimeout(timer);
  }, [judge, look]);

  const lookAgain = () => {
    last.current.judged = '';
    judge();
    look();
  };
  return { ...checked, problems: [...lacking, ...checked.problems], counts, preview, judge, look: lookAgain };
}

async function check(id: string | undefined, draft: DefinitionDraft): Promise<Checked | undefined> {
  const reply = await ask('checkDefinition', { ...(id !== undefined && { id }), draft }).catch(() => undefined);
  if (reply?.ok)
    return { ...reply.value, problems: placed(reply.value.problems), warnings: placed(reply.value.warnings) };
  return reply?.reason.code === 'unfit' ? { ...unknown, problems: reply.reason.problems } : undefined;
}

const placed = (told: Output<'checkDefinition'>['problems']): readonly Problem[] =>
  told.map(({ place, code, with: of }) => ({ place, code, ...(of !== undefined && { with: of }) }));

async function tried(id: string | undefined, draft: DefinitionDraft, running: RunningClocks): Promise<Preview> {
  const of = id === undefined ? {} : { id };
  const reply = await ask('previewDefinition', { ...of, draft, running }).catch(() => undefined);
  if (reply?.ok) return { state: 'ready', value: reply.value };
  return { state: reply?.reason.code === 'unfit' ? 'unfit' : 'failed' };
}

/** From the first goal that Jira does not count on, nothing is known. */
async function countGoals(draft: DefinitionDraft, incidentTypes: readonly string[]): Promise<Judgement['counts']> {
  const queries = goalCountQueries(draft, incidentTypes);
  const counts = await Promise.all(queries.map((jql) => ifAnswered(countIssues(jql))));
  const known = counts.indexOf(undefined) < 0 ? counts : counts.slice(0, counts.indexOf(undefined));
  const first = firstMatches(known.map((count) => count ?? 0));
  return counts.map((_, i) => first[i]);
}
