language-name = 日本語
notice-of-city = この計画についてのお問い合わせは環境政策課へ
