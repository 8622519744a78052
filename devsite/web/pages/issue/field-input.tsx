import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { jira } from '../ui/ask';
import { useMoments } from '../ui/moments';
import { Pick } from '../ui/pick';
import { useLoaded } from '../ui/use-loaded';
import { entryOf, type FieldMeta } from './field-meta';

interface FieldInputProps {
  readonly id: string;
  readonly field: FieldMeta;
  readonly value: unknown;
  /** Whose assignable people are offered. */
  readonly assignableIn: { readonly project: string } | { readonly issueKey: string };
  readonly onChange: (value: string) => void;
  readonly isInvalid?: boolean;
  readonly onClose?: () => void;
  /** Opens its list, or takes the focus, at once. */
  readonly isOpened?: boolean;
}

/** The control that a field is entered with. */
export function FieldInput(props: FieldInputProps) {
  const { id, field, value, onChange, isInvalid = false, isOpened = false } = props;
  const entry = entryOf(field);
  const text = typeof value === 'string' ? value : '';

  if (entry === 'choice') return <ChoiceInput {...props} />;
  if (entry === 'person') return <PersonInput {...props} />;
  if (entry === 'moment') return <MomentInput {...props} />;
  if (entry === 'paragraphs')
    return (
      <TextArea
        id={id}
        value={text}
        isInvalid={isInvalid}
        autoFocus={isOpened}
        minimumRows={4}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  return (
    <Textfield
      id={id}
      value={text}
      isCompact
      isInvalid={isInvalid}
      autoFocus={isOpened}
      type={entry === 'number' ? 'number' : 'text'}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

const chosen = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function ChoiceInput({ id, field, value, onChange, onClose, isOpened, isInvalid = false }: FieldInputProps) {
  const allowed = (field.allowedValues ?? []).map((each) => ({
    value: each.id,
    label: each.name ?? each.value ?? each.id,
  }));
  const options = field.required ? allowed : [{ value: '', label: 'None' }, ...allowed];
  return (
    <Pick
      id={id}
      value={chosen(value)}
      options={options}
      onChosen={onChange}
      isInvalid={isInvalid}
      {...(onClose && { onClose })}
      {...(isOpened && { isOpened, label: field.name })}
    />
  );
}

interface User {
  readonly accountId: string;
  readonly displayName: string;
}

function PersonInput({
  id,
  field,
  value,
  assignableIn,
  onChange,
  onClose,
  isOpened,
  isInvalid = false,
}: FieldInputProps) {
  const query = new URLSearchParams({ ...assignableIn, maxResults: '100' }).toString();
  const people = useLoaded(query, () => jira<readonly User[]>('GET', `/user/assignable/search?${query}`));
  const known = people.state === 'ready' ? people.value : [];
  const nobody = { value: '', label: field.fieldId === 'assignee' ? 'Unassigned' : 'Nobody' };
  const options = known.map(({ accountId, displayName }) => ({ value: accountId, label: displayName }));
  return (
    <Pick
      id={id}
      value={chosen(value)}
      options={field.required ? options : [nobody, ...options]}
      onChosen={onChange}
      isInvalid={isInvalid}
      {...(onClose && { onClose })}
      {...(isOpened && { isOpened, label: field.name })}
    />
  );
}

function MomentInput({ id, value, onChange, isInvalid = false, isOpened = false }: FieldInputProps) {
  const { input, fromInput } = useMoments();
  const shown = typeof value === 'string' && value ? input(Date.parse(value)) : '';
  return (
    <Textfield
      id={id}
      type="datetime-local"
      value={shown}
      isCompact
      isInvalid={isInvalid}
      autoFocus={isOpened}
      onChange={({ currentTarget: { value: typed } }) =>
        onChange(typed ? new Date(fromInput(typed)).toISOString().replace('Z', '+0000') : '')
      }
    />
  );
}
