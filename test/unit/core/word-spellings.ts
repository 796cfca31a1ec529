/** Spellings that are one word, and words that only look like spellings of one. */

/** Each line is one word in several spellings. */
export const sameWords = [
  'hoà hòa HOÀ HÒA',
  'thuý thúy',
  'khoẻ khỏe',
  'toạ tọa',
  'uỷ ủy ỦY',
  'luỹ lũy',
  'lí lý LÝ',
  'kĩ kỹ',
  'mĩ mỹ',
  'tỉ tỷ',
  'sĩ sỹ',
  'hi hy',
  'quý quí QUÝ',
  'quỹ quĩ',
  'ký ｋý Ｋý',
  'CT01 ｃｔ０１ ct01',
  // Cyrillic а е о с, Greek ο, and three letters drawn as đ.
  'hoa hоa hοа',
  'cao саo',
  'đất ðất Ðất Đất ɖất ĐẤT',
  'khai kh\u00ADai kh\u200Bai k\u200Dhai\uFEFF',
  '1.001193 1001193 １００１１９３',
].map((line) => line.split(' '));

/** Each line is several words, though some are folded alike. */
export const differentWords = [
  'má mạ mã ma mà mả',
  'hoa hoà hoá hoạ',
  'dân đân dần đần',
  'an ăn ân',
  'to tô tơ',
  'tay tai',
  'thuy thui',
  'may mai',
  'say sai',
  'day dai',
  'ly lyt',
].map((line) => line.split(' '));
