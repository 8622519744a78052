import type { Instant } from '../kernel/time';
import { unanswered, withAnswers, withAnswersOf, withRefusals } from '../sla/domain/answers';
import type { Asked } from '../sla/domain/definition';
import type { Facts } from '../sla/domain/facts';
import type { IssueTracker } from '../sla/ports';
import type { Configuration } from './configuration';

/** An issue as it is being brought up to date. */
interface Judged {
  readonly issueId: string;
  readonly facts: Facts;
  readonly seen: Instant;
  readonly stored: { readonly value: { readonly facts: Facts } } | undefined;
  readonly touched?: readonly string[] | 'any';
}

/** All that the definitions and their earlier versions leave to Jira, each once. */
function askedBy({ definitions }: Configuration): readonly Asked[] {
  const versions = definitions.flatMap((definition) => [
    definition,
    ...(definition.former ?? []).map((former) => former.definition),
  ]);
  return [...new Map(versions.flatMap(({ asked = [] }) => asked).map((one) => [one.field, one])).values()];
}

/** Whether Jira was never asked about something that a definition leaves to it. */
export const isUnasked = (facts: Facts, configuration: Configuration): boolean => {
  const fields = askedBy(configuration).map(({ field }) => field);
  return fields.length > 0 && unanswered(facts, fields).length > 0;
};

/**
 * The issue with what Jira says of the JQL that only it can judge: one call where a field that it names was touched, or
 * where nothing is known yet, and none otherwise. JQL that Jira refuses by now keeps its last answer; without one it is
 * asked again a day later.
 */
export async function withJirasAnswers<Issue extends Judged>(
  followed: Issue,
  configuration: Configuration,
  tracker: Pick<IssueTracker, 'matches'>,
): Promise<Issue> {
  const asked = askedBy(configuration);
  if (!asked.length) return followed;
  const { issueId, stored, touched = [], seen } = followed;
  const facts = stored ? withAnswersOf(followed.facts, stored.value.facts) : followed.facts;
  const unknown = unanswered(
    facts,
    asked.map(({ field }) => field),
    seen,
  );
  const open = asked.filter(
    ({ field, fields }) => unknown.includes(field) || touched === 'any' || fields.some((one) => touched.includes(one)),
  );
  if (!open.length) return { ...followed, facts };
  const holds = await tracker.matches(
    issueId,
    open.map(({ jql }) => jql),
  );
  const answers = Object.fromEntries(
    open.flatMap(({ field }, i) => (holds[i] === undefined ? [] : [[field, holds[i]]])),
  );
  const refused = open.flatMap(({ field }, i) => (holds[i] === undefined ? [field] : []));
  const known = withRefusals(facts, { refused, answered: Object.keys(answers) }, seen);
  return { ...followed, facts: withAnswers(known, answers as Record<string, boolean>, seen) };
}
