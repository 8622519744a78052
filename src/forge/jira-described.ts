/** A thing of Jira's configuration, its id as text whatever Jira gives. */
export const described = ({ id, name, description }: { id: string | number; name: string; description?: string }) => ({
  id: String(id),
  name,
  description: description ?? '',
});
