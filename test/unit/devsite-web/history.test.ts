import { openHistory } from '../../../devsite/web/bridge/history';

const begin = { pathname: '/', search: '', hash: '' };

function aHistory() {
  const done: string[] = [];
  const { history, arrive } = openHistory({
    begin,
    length: 1,
    walk: (how, { pathname, search, hash }) => done.push(`${how} ${pathname}${search}${hash}`),
    go: (by) => done.push(`go ${by}`),
  });
  return { history, arrive, done };
}

test('a page begins where its address says', () => {
  expect(aHistory().history.location).toEqual(begin);
});

test('a listener hears the place and how it was reached, until it stops', () => {
  const { history, arrive } = aHistory();
  const heard: string[] = [];
  const stop = history.listen(({ pathname, search }, action) => heard.push(`${action} ${pathname}${search}`));
  history.push('/clocks?open=1');
  history.replace('/clocks');
  arrive(begin, 'POP');
  stop();
  history.push('/elsewhere');
  expect(heard).toEqual(['PUSH /clocks?open=1', 'REPLACE /clocks', 'POP /']);
});

test('the location is there at once', () => {
  const { history } = aHistory();
  history.push({ pathname: '/clocks', hash: '#first' }, { from: 'list' });
  expect(history.location).toMatchObject({ pathname: '/clocks', hash: '#first', state: { from: 'list' } });
});

test('the browser is told of every step, and does those back and forth by itself', () => {
  const { history, done } = aHistory();
  history.push('/clocks');
  history.push('second?open=1');
  history.replace('/third');
  history.goBack();
  history.goForward();
  expect(done).toEqual(['push /clocks', 'push /second?open=1', 'replace /third', 'go -1', 'go 1']);
});
