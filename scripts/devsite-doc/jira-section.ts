import type { BodyShape, Parameter, Route } from '../../devsite/jira/route';
import { jiraRoutes } from '../../devsite/jira/routes';
import type { Section } from './section';

const code = (text: string): string => `\`${text}\``;

function parameterText([name, parameter]: readonly [string, Parameter]): string {
  if (typeof parameter === 'string') return code(name);
  const values = ('oneOf' in parameter ? parameter.oneOf : parameter.listOf).filter((value) => value === value.trim());
  return `${code(name)}: ${values.map(code).join(' ')}`;
}

/** The fields of a body, with those inside them in braces. */
function bodyText(shape: BodyShape): string {
  if (typeof shape === 'string') return 'any';
  const fields = Object.entries(shape).map(([name, inner]) =>
    typeof inner === 'string' ? name : `${name} {${bodyText(inner)}}`,
  );
  return fields.join(', ');
}

const or = (text: string): string => (text === '' ? '–' : text);

function row({ method, path, query = {}, body, scopes, permission, points }: Route): readonly string[] {
  return [
    method,
    code(path.replace('/rest/api/3', '')),
    or(Object.entries(query).map(parameterText).join(', ')),
    body === undefined ? '–' : code(bodyText(body)),
    or(scopes.map(code).join(' ')),
    permission,
    points.objects ? `${points.base} + answered` : String(points.base),
  ];
}

const placeOf = ({ path, method }: Route): string => `${path} ${method}`;

const byPath = (one: Route, other: Route): number => (placeOf(one) < placeOf(other) ? -1 : 1);

export const jiraSection: Section = {
  title: 'Jira REST',
  text: `
Under \`/rest/api/3\`. Everything else, every other parameter, body field, \`expand\` and value answers 501 and names
itself. Scopes are the classic ones of Jira's published description; a person's own calls need none. Points are what an
app pays: "answered" is one for each object of the answer, two where it is a person, a group or a permission; a refused
call costs its base, a 429 nothing, and calls by way of the bridge are free.`,
  tables: [
    {
      columns: ['method', 'path', 'parameters', 'body', 'scopes', 'who', 'points'],
      rows: [...jiraRoutes].sort(byPath).map(row),
    },
  ],
};
