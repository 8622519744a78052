import { jira } from '../ui/ask';
import { type Choice, Pick } from '../ui/pick';
import { useLoaded } from '../ui/use-loaded';
import type { FieldInputProps } from './field-input-props';
import { filledIn, oneOf } from './field-meta';

/** A field whose value is one of those that Jira names with it. */
export function ChoiceInput(props: FieldInputProps) {
  const allowed = (props.field.allowedValues ?? []).map(({ id, name, value = id }) => ({
    value: id,
    label: name ?? value,
  }));
  return <PickedInput {...props} options={allowed} none="None" />;
}

interface User {
  readonly accountId: string;
  readonly displayName: string;
}

/** A field whose value is a person to whom issues can be assigned. */
export function PersonInput(props: FieldInputProps) {
  const query = new URLSearchParams({ ...props.assignableIn, maxResults: '100' }).toString();
  const people = useLoaded(query, () => jira<readonly User[]>('GET', `/user/assignable/search?${query}`));
  const known = people.state === 'ready' ? people.value : [];
  const options = known.map(({ accountId, displayName }) => ({ value: accountId, label: displayName }));
  return (
    <PickedInput {...props} options={options} none={props.field.fieldId === 'assignee' ? 'Unassigned' : 'Nobody'} />
  );
}

interface FoundGroups {
  readonly groups: readonly { readonly name: string }[];
}

/** A field whose value is a group of people. */
export function GroupInput(props: FieldInputProps) {
  const found = useLoaded('groups', () => jira<FoundGroups>('GET', '/groups/picker?maxResults=100'));
  const known = found.state === 'ready' ? found.value.groups : [];
  return <PickedInput {...props} options={known.map(({ name }) => ({ value: name, label: name }))} none="None" />;
}

interface PickedInputProps extends FieldInputProps {
  readonly options: readonly Choice[];
  /** What stands for no value. */
  readonly none: string;
}

function PickedInput({
  id,
  field,
  value,
  options,
  none,
  isInvalid = false,
  isOpened,
  onChange,
  onClose,
}: PickedInputProps) {
  const filled = filledIn(field);
  return (
    <Pick
      id={id}
      value={oneOf(value) || (filled?.value ?? '')}
      options={offered(options, filled, field.required ? undefined : none)}
      onChosen={(chosen) => onChange(chosen === filled?.value ? '' : chosen)}
      isInvalid={isInvalid}
      {...(onClose && { onClose })}
      {...(isOpened && { isOpened, label: field.name })}
    />
  );
}

/** What Jira fills in stands where no value would. */
function offered(options: readonly Choice[], filled: Choice | undefined, none: string | undefined): readonly Choice[] {
  if (filled) return options.some(({ value }) => value === filled.value) ? options : [filled, ...options];
  return none === undefined ? options : [{ value: '', label: none }, ...options];
}
