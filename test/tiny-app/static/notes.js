const bridge = globalThis.__bridge;

async function show() {
  const { extension } = await bridge.callBridge('getContext');
  const notes = await bridge.callBridge('invoke', { functionKey: 'notes', payload: { issue: extension.issue.id } });
  document.querySelector('#notes').textContent = notes.map(({ text }) => text).join('\n') || 'No notes yet';
}

void show();
