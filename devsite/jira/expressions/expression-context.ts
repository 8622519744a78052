import type { Context } from '../../expressions/evaluate';
import { Misgiven } from '../../expressions/list-methods';
import { type Method, toJson, type Value } from '../../expressions/values';
import { isDocument, plainText } from '../fields/adf';
import { may } from '../permissions/permissions';
import { seenIssue } from './expression-issue';
import { personEntity, projectEntity } from './expression-people';
import { richText, type Sight } from './expression-things';

/** A project by id or key, if it may be seen. */
export function seenProject(sight: Sight, idOrKey: string): Value {
  const { world, reader } = sight;
  const project = [...world.setup.projects.values()].find(({ id, key }) => String(id) === idOrKey || key === idOrKey);
  return project && may(world, reader, 'BROWSE_PROJECTS', project.id) ? projectEntity(sight, project) : null;
}

/** Whatever `new` loads costs one expensive operation. */
const loading =
  (load: (wanted: string) => Value): Method =>
  ([wanted = null], { budget }) => {
    if (typeof wanted !== 'string' && typeof wanted !== 'number') throw new Misgiven('An id or a key is expected.');
    budget.expensive();
    return load(String(wanted));
  };

function richTextOf([document = null]: readonly Value[]): Value {
  const json = toJson(document);
  if (!isDocument(json)) throw new Misgiven('An Atlassian document is expected.');
  return richText(plainText(json), () => json);
}

/** What expressions about this Jira are evaluated in. */
export function expressionContext(sight: Sight, variables: Context['variables']): Context {
  const { world, reader } = sight;
  return {
    variables,
    constructors: {
      Issue: loading((wanted) => seenIssue(sight, wanted)),
      Project: loading((wanted) => seenProject(sight, wanted)),
      User: loading((wanted) => personEntity(sight, wanted)),
      RichText: richTextOf,
    },
    now: () => world.clock.now(),
    timeZone: world.setup.users.get(reader)?.timeZone ?? 'Etc/UTC',
  };
}
