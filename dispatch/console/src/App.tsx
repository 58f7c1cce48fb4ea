import { SignInPage } from './session/SignInPage';
import { session } from './session/session';
import { useCell } from './store/cell';
import { Workbench } from './workbench/Workbench';

/** Sign-in page without a session, workbench with one. */
export function App() {
  const current = useCell(session);
  return current ? <Workbench key={current.token} session={current} /> : <SignInPage />;
}
