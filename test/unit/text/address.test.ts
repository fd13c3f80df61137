import { describe, expect, it } from 'vitest';
import { findAddresses } from '../../../server/src/text/address.ts';

const addresses = (text: string) => findAddresses(text).map(({ start, end }) => text.slice(start, end));

describe('addresses in a line', () => {
  it.each([
    ['登录报名系统(www.example.cn)进行注册', ['www.example.cn']],
    ['登录系统（http://www.example.cn/）报名', ['http://www.example.cn/']],
    ['网址：https://example.cn/a_(b)?x=1&y=2，', ['https://example.cn/a_(b)?x=1&y=2']],
    ['登录 www.example.cn, 填写报名表', ['www.example.cn']],
    ['见 http://example.cn/index.html.', ['http://example.cn/index.html']],
    ['发至邮箱bm@example.gov.cn(主题为单位)', ['bm@example.gov.cn']],
    ['没有网址的一行(附件)', []],
  ])('%s', (text, expected) => {
    expect(addresses(text)).toEqual(expected);
  });
});
