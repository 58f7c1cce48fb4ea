import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { DispatchApi } from '../api/dispatchApi';
import { HttpClient, problemOf } from '../api/http';
import type { Problem } from '../api/types';
import { useCell } from '../store/cell';
import { Bilingual } from '../ui/Bilingual';
import { ProblemAlert } from '../ui/ProblemAlert';
import { begin, endedBecause } from './session';

interface Credentials {
  username: string;
  password: string;
}

const anonymous = new DispatchApi(new HttpClient(null));

export function SignInPage() {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const signIn = async ({ username, password }: Credentials) => {
    setBusy(true);
    setProblem(null);
    try {
      begin(await anonymous.signIn(username.trim(), password));
    } catch (failure) {
      setProblem(problemOf(failure));
      setBusy(false);
    }
  };

  return (
    <main className="sign-in">
      <section className="sign-in-card" aria-labelledby="sign-in-title">
        <header>
          <img src="./favicon.svg" alt="" width="44" height="44" />
          <div>
            <h1 id="sign-in-title">公务用车调度平台</h1>
            <p lang="en">Motorpool · Official-vehicle dispatch</p>
          </div>
        </header>
        <Expired />
        {problem && <ProblemAlert problem={problem} testId="login-problem" />}
        <SignInForm busy={busy} onSubmit={signIn} />
      </section>
      <p className="sign-in-note">
        使用行为依法留痕，请妥善保管账号
        <br />
        <span lang="en">All use is recorded; keep your account to yourself.</span>
      </p>
    </main>
  );
}

function Expired() {
  const reason = useCell(endedBecause);
  if (reason !== 'expired') return null;
  return <Alert type="info" showIcon title="登录已过期，请重新登录 / Your session has expired; please sign in again." />;
}

function SignInForm({ busy, onSubmit }: { busy: boolean; onSubmit: (credentials: Credentials) => void }) {
  return (
    <Form<Credentials> layout="vertical" onFinish={onSubmit} requiredMark={false} size="large">
      <Form.Item
        name="username"
        label={<Bilingual zh="用户名" en="Username" />}
        rules={[{ required: true, whitespace: true, message: '请输入用户名 / Enter your username' }]}
      >
        <Input autoFocus autoComplete="username" data-testid="login-username" />
      </Form.Item>
      <Form.Item
        name="password"
        label={<Bilingual zh="密码" en="Password" />}
        rules={[{ required: true, message: '请输入密码 / Enter your password' }]}
      >
        <Input.Password autoComplete="current-password" data-testid="login-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy} data-testid="login-submit">
        登录 Sign in
      </Button>
    </Form>
  );
}
