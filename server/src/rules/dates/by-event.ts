/** 初选结束后, 届时: an event or another time says when, and no day. */
export const toldByEvent =
  /(?:结束|会议?|活动|考试|仪式|[选审赛])[之以]?后|当[天日场晚]|随后|届时|同时|期间|全程|另行|适时|随时/;
