import { age, clockSeconds } from '../format/time';
import { useCell } from '../store/cell';
import { useNow } from '../ui/useNow';
import { useWork } from './workContext';

/** Says that what is on the page is getting old, and when it is true again. */
export function ConnectionBanner() {
  const { live } = useWork();
  const link = useCell(live.link);
  const now = useNow(1_000);
  if (link.status === 'lost') {
    const wait_s = Math.max(0, Math.ceil((link.retryAt - now) / 1_000));
    return (
      <div className="banner banner-lost" role="alert" data-testid="banner-lost">
        <strong>连接中断</strong>
        页面数据停留在 {clockSeconds(live.lastHeardAt)}（{age(live.lastHeardAt, now)}），第 {link.attempt} 次重连
        {wait_s > 0 ? `将在 ${wait_s} 秒后进行` : '进行中'}
        <span lang="en">Connection lost — reconnecting</span>
      </div>
    );
  }
  if (link.status === 'open' && link.recovered) {
    return (
      <div className="banner banner-recovered" role="status" data-testid="banner-recovered">
        <strong>连接已恢复</strong>数据已重新同步<span lang="en">Connection restored</span>
      </div>
    );
  }
  return null;
}
