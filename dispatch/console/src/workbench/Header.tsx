import { LogoutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { age, clockSeconds, day } from '../format/time';
import { ROLES } from '../format/labels';
import { end, type Session } from '../session/session';
import { useCell } from '../store/cell';
import { useNow } from '../ui/useNow';
import { useWork } from './workContext';

/** Title, state of the push connection, who is signed in. */
export function Header({ session }: { session: Session }) {
  return (
    <header className="top-bar">
      <img src="./favicon.svg" alt="" width="28" height="28" />
      <h1>公务用车调度平台</h1>
      <span className="top-bar-en" lang="en">
        Motorpool
      </span>
      <span className="top-bar-space" />
      <LinkStatus />
      <BeijingTime />
      <span className="top-bar-user" data-testid="user">
        <strong>{session.name}</strong>
        <span>
          {session.unitName} · {session.roles.map((role) => ROLES[role]?.zh ?? role).join('、')}
        </span>
      </span>
      <Button
        type="text"
        icon={<LogoutOutlined />}
        onClick={() => end(null)}
        data-testid="sign-out"
        aria-label="退出登录 Sign out"
      >
        退出
      </Button>
    </header>
  );
}

function BeijingTime() {
  const now = useNow(1_000);
  return (
    <time className="top-bar-time" aria-label="北京时间 Beijing time">
      {day(now)} {clockSeconds(now)}
    </time>
  );
}

function LinkStatus() {
  const { live } = useWork();
  const link = useCell(live.link);
  const now = useNow(1_000);
  const text = { connecting: '连接中', open: '实时', lost: '中断' }[link.status];
  return (
    <span className={`link link-${link.status}`} data-testid="link-status" data-status={link.status}>
      <i aria-hidden="true" />
      {text} · 数据 {age(live.lastHeardAt, now)}
    </span>
  );
}
