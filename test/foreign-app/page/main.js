import { invoke, view } from '@forge/bridge';

const alert = ({ monitor, text, count }) => `${monitor}: ${text} (${count})`;

async function lines() {
  const { moduleKey } = await view.getContext();
  if (moduleKey === 'alerts-panel') return (await invoke('getAlerts')).map(alert);
  const counts = await invoke('getCounts');
  return Object.entries(counts).map(([monitor, count]) => `${monitor} ${count}`);
}

for (const line of await lines()) {
  const item = document.createElement('li');
  item.textContent = line;
  document.getElementById('lines').append(item);
}
